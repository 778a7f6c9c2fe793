// A run as Markdown: docs/performance-scale.md.
import { availableParallelism, cpus } from "node:os";
import { CASES } from "@/bench/scale/cases";
import type { PagePlans } from "@/bench/scale/collect";
import { eachOnce, growing, scans } from "@/bench/scale/growth";
import { type Amount, noiseOf, p95, type Times } from "@/bench/scale/measure";
import { peopleOf } from "@/bench/scale/people";
import type { Forum } from "@/bench/scale/prepare";
import { CYCLE } from "@/bench/scale/shape";
import { median } from "@/bench/statistics";

/** p95 at the largest size may be so many times that at the smallest. */
export const REACH = 1.5;

/** Halves of one measurement lie this much apart, as a ratio, on a machine that does nothing else. */
const QUIET = 1.15;

export interface Run {
  forums: readonly Forum[];
  times: Times;
  amount: Amount;
  /** Of the smallest and of the largest forum. */
  plans: { small: PagePlans[]; large: PagePlans[] };
}

export function reportOf(run: Run): string {
  const { forums, amount, plans } = run;
  const [smallest, largest] = [forums[0] as Forum, forums.at(-1) as Forum];
  return `# From ten thousand posts to millions

Written by \`npm run bench -- scale\`: the same pages and forms, in forums that differ in nothing but
their size. Each has a server of its own in production mode; all share one PostgreSQL.

## What is reached

To reach: p95 at ${figure(largest.posts)} posts is at most ${REACH} times that at ${figure(smallest.posts)}, and no statement reads a
growing table from end to end.

${timeTable(run)}

Milliseconds from sending to the last byte, the 95th percentile of ${amount.rounds * amount.requests} requests one after another
(${amount.rounds} rounds of ${amount.requests}; each request is made of every size before the next). *Noise* is how far apart
the two halves of one measurement lie (every other request), the worst of the smallest and the largest: a ratio
within it says nothing. ${quietness(run)} Where it does not say "signed out", another member is signed in each
time, so that no page kept in memory is served; a vote and a reply are sent as by a browser
without JavaScript.

## Growing tables read from end to end

${scanList(run)}

## Statements that read more as the forum grows

${growthTable(run)}

## The forums

${forumTable(run)}

Made by PostgreSQL from a fixed seed (\`bench/scale\`), ${figure(CYCLE)} posts of the same shape over and
over with other people, texts and voters: threads that run side by side, most short, some of exactly
100 posts, one of 1,000; 430 characters on average; a third with a quote; edits, votes, hidden and deleted posts.
Counters are what the forum itself would count. Members: ${figure(peopleOf(smallest.posts))} to ${figure(peopleOf(largest.posts))}; the persons whose pages are read are those
who wrote most.

${cpus()[0]?.model.trim()}, ${availableParallelism()} cores, Node.js ${process.versions.node}, PostgreSQL 18 with its default settings, without waiting for the disk.

## The plans, at ${figure(largest.posts)} posts

Of every statement that these pages and forms run, once, under the first page that runs it, with what it read
when it read most. Lists in statements are shortened to \`($)\`, and a block is 8 KB.

${eachOnce(plans.large).map(planSection).join("\n")}`;
}

function timeTable({ forums, times }: Run): string {
  const [smallest, largest] = [forums[0] as Forum, forums.at(-1) as Forum];
  const rows = CASES.map(({ name }) => {
    const ratio = p95(times, name, largest.posts) / p95(times, name, smallest.posts);
    return [
      name,
      ...forums.map(({ posts }) => p95(times, name, posts).toFixed(1)),
      `${ratio.toFixed(2)} ×`,
      `${worstNoise(name, { forums, times }).toFixed(2)} ×`,
      ratio <= REACH ? "reached" : "**missed**",
    ];
  });
  const sizes = forums.map(({ posts }) => `${figure(posts)} posts`);
  return table(["p95", ...sizes, "ratio", "noise", ""], rows);
}

function worstNoise(name: string, { forums, times }: Pick<Run, "forums" | "times">): number {
  const ends = [forums[0], forums.at(-1)] as Forum[];
  return Math.max(...ends.map(({ posts }) => noiseOf(times, name, posts)));
}

function quietness(run: Run): string {
  const noise = median(CASES.map(({ name }) => worstNoise(name, run)));
  return noise > QUIET
    ? "The machine was busy with other things: measure again before believing a ratio."
    : "";
}

function scanList({ plans }: Run): string {
  const found = scans(plans.large);
  if (found.length === 0) return "None.";
  return found
    .map(({ page, tables, statement }) => `- **${tables.join(", ")}** (${page}): \`${statement}\``)
    .join("\n");
}

function growthTable({ plans, forums }: Run): string {
  const found = growing(plans.small, plans.large);
  if (found.length === 0) return "None.";
  const rows = found.map(({ page, statement, smallest, largest }) => [
    page,
    figure(smallest),
    figure(largest),
    `\`${statement.replaceAll("|", "\\|")}\``,
  ]);
  const [small, large] = [forums[0], forums.at(-1)] as [Forum, Forum];
  return table(
    ["page", `blocks at ${figure(small.posts)}`, `at ${figure(large.posts)}`, "statement"],
    rows,
  );
}

const COUNTED = ["threads", "posts", "revisions", "quotes", "votes", "users"];

function forumTable({ forums }: Run): string {
  const rows = forums.map(({ places, written }) => [
    ...COUNTED.map((name) => figure(places.rows[name] ?? 0)),
    `${figure(Math.round(places.bytes / 1e6))} MB`,
    `${figure(Math.round(written))} s`,
  ]);
  return table([...COUNTED, "database", "written in"], rows);
}

function planSection({ page, plans }: PagePlans): string {
  if (plans.length === 0) return "";
  const each = plans.map(
    ({ statement, lines }) => `${statement}\n${lines.map((line) => `    ${line}`).join("\n")}`,
  );
  return `<details><summary>${page}: ${plans.length}</summary>

\`\`\`text
${each.join("\n\n")}
\`\`\`

</details>
`;
}

const figure = (value: number) => value.toLocaleString("en");

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(heads), `|${"---|".repeat(heads.length)}`, ...rows.map(line)].join("\n");
}
