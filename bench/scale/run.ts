// What `npm run bench -- scale` does: measures the same pages in forums of ten thousand posts and
// more, and writes docs/performance-scale.md (with --quick it only prints).
import { writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { collectPlans } from "@/bench/scale/collect";
import { measureForums } from "@/bench/scale/measure";
import { type Forum, preparedForums } from "@/bench/scale/prepare";
import { reportOf } from "@/bench/scale/report";
import { CYCLE } from "@/bench/scale/shape";
import { endingInGoodOrder } from "@/scripts/ending";
import { root } from "@/scripts/folders";
import { Problem, say, step } from "@/scripts/say";

const USAGE =
  "Usage: npm run bench -- scale [--posts 10000000] [--quick]: in forums of 10,000 posts, ten times as many, and so on up to so many (1,000,000; ten million need 30 GB and half an hour); --quick is rougher, and only prints.";

const MOST = 10_000_000;

await endingInGoodOrder(async (ending) => {
  const { posts, quick } = options();
  // Settings of the forum that runs here are none of the measurement's business.
  for (const name of Object.keys(process.env)) {
    if (/^(DATABASE_URL|PORT|HOST|WEB_PROCESSES|AUTH_|REJOINDER_)/.test(name))
      delete process.env[name];
  }
  const { postgres, forums } = await preparedForums(sizesUpTo(posts), ending);
  const amount = quick
    ? { rounds: 2, requests: 10, warmUp: 5 }
    : { rounds: 5, requests: 40, warmUp: 20 };
  const times = await measureForums(forums, amount, ending);
  const [smallest, largest] = [forums[0], forums.at(-1)] as [Forum, Forum];
  const plans = await step("Collecting the plans", async () => ({
    small: await collectPlans(postgres, smallest, ending),
    large: await collectPlans(postgres, largest, ending),
  }));
  const report = reportOf({ forums, times, amount, plans });
  const [summary = ""] = report.split("\n## The plans");
  say(`\n${summary}`);
  if (!quick) writeFileSync(path.join(root, "docs/performance-scale.md"), report);
  return 0;
});

function options(): { posts: number; quick: boolean } {
  try {
    const { values } = parseArgs({
      args: process.argv.slice(3),
      options: { posts: { type: "string" }, quick: { type: "boolean" } },
    });
    const posts = Number(values.posts ?? 1_000_000);
    if (!sizesUpTo(MOST).includes(posts)) throw new Problem(USAGE);
    return { posts, quick: values.quick ?? false };
  } catch {
    throw new Problem(USAGE);
  }
}

function sizesUpTo(posts: number): number[] {
  const sizes: number[] = [];
  for (let size = CYCLE; size <= posts; size *= 10) sizes.push(size);
  return sizes;
}
