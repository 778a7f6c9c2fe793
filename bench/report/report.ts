// A run as Markdown: docs/performance.md.
import { availableParallelism, cpus } from "node:os";
import type { Case } from "@/bench/cases";
import { goalsOf } from "@/bench/goals";
import type { Measured } from "@/bench/measured";
import { browserSection } from "@/bench/report/browser";
import { goalTable } from "@/bench/report/goal-table";
import { mixSection } from "@/bench/report/mix";
import { readingSection } from "@/bench/report/reading";
import { percent } from "@/bench/report/table";
import { writingSection } from "@/bench/report/writing";
import type { Seeded } from "@/bench/seed/seeded";

export function reportOf(measured: Measured, cases: readonly Case[], seeded: Seeded): string {
  const sections = [
    readingSection(measured, cases),
    writingSection(measured),
    mixSection(measured),
    browserSection(measured),
  ].filter((section) => section !== "");
  return `# How fast it is

Written by \`npm run bench\`, which measures the forum beside two peers on the same
machine, in the same run, on the same threads: a **bare** server (\`bench/peers/bare.ts\`: \`node:http\` and
\`pg\`, one SELECT, the HTML put together as a string) and a **naive** page of server components
(\`bench/peers/naive\`). Only ratios say something about the forum; the other numbers say how quick this
machine was. Rejoinder also draws the picture of who quotes whom, marks quoted passages and asks who
is looking; the peers draw the posts, their quotes and their controls. What the work consists of stands
in [performance-profile.md](performance-profile.md).

![How far each measure reaches what it is to reach](performance.svg)

## What is reached

${goalTable(goalsOf(measured))}
${measured.mix === undefined ? WITHOUT_MIX : ""}
${sections.join("\n")}
## The machine and the threads

${cpus()[0]?.model.trim()}, ${availableParallelism()} cores, Node.js ${process.versions.node}, PostgreSQL 18 that waits for the disk. Threads
of ${Object.keys(seeded.threads).join(", ")} posts, ${Math.round(seeded.characters)} characters on average, ${percent(seeded.quoting)} with quotes; chance by a seed, so that each
run has the same.
`;
}

const WITHOUT_MIX = `
9 needs a file that describes a mix of requests, which this project does not hold:
\`npm run bench -- --workload FILE\` (its shape is in \`bench/mix/workload.ts\`).
`;
