import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { chance } from "@/scripts/evaluation/chance";
import { falseLinks } from "@/scripts/evaluation/figures";
import { readLabels, readThreads } from "@/scripts/evaluation/files";
import { judged, replay } from "@/scripts/evaluation/replay";

/** Real debates with the source of each quote known; not part of this repository. */
const here = (name: string) =>
  fileURLToPath(new URL(`../../../shared/data/debates.${name}.jsonl`, import.meta.url));

const isHere = existsSync(here("threads")) && existsSync(here("labels"));
if (!isHere)
  console.log(
    "SKIPPED: real debates (shared/data) are not here; quotes were not measured on them.",
  );

it.skipIf(!isHere)(
  "labelled quotes of real debates lead to their source, none elsewhere",
  { timeout: 300_000 },
  async () => {
    const threads = await readThreads(here("threads"));
    const labels = await readLabels(here("labels"), threads);
    let posts = 0;
    const replayed = new Map(
      [...threads].map(([name, thread]) => {
        posts += thread.posts.length;
        return [name, replay(thread, posts)];
      }),
    );
    const all = [...replayed].flatMap(([name, thread]) =>
      (labels.get(name) ?? []).map((label) => judged(label, thread)),
    );
    const share = (outcome: string) =>
      all.filter((one) => one.outcome === outcome).length / all.length;
    expect(share("right")).toBeGreaterThanOrEqual(0.985);
    expect(share("wrong")).toBeLessThanOrEqual(0.001);
    expect(falseLinks(all, replayed, chance(1)).longLinks).toEqual([]);
  },
);
