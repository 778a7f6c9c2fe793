// docs/performance-search.md.
import type { GroupTimes, Measured } from "@/bench/search/measured";
import { median, percentile } from "@/bench/statistics";

/** To reach: milliseconds that 95 of 100 searches take at most. */
export const REACH = 50;

export function reportOf(measured: Measured, posts: number, written: number): string {
  const figure = (value: number) => value.toLocaleString("en");
  return `# Searching a million posts

Written by \`npm run bench -- search\`: searches for two words in a forum of ${figure(posts)} posts, one after
another on one connection, without parallel workers, each for other words than all before. Posts have
words of their own besides common ones, the nth most common of which is n times as rare as the first
(\`bench/scale\`). Beside each search stands a count of the same rows, by the same index and the same rule of
visibility: what finding them costs at least.

## What is reached

To reach: p95 of a search with up to 10,000 hits at most ${REACH} ms.

${table(
  [
    "two words that both stand in",
    "hits (median, most)",
    "count of the same rows, p50 / p95",
    "by relevance, p50 / p95",
    "newest, p50 / p95",
    "the whole page, p50 / p95",
    "",
  ],
  measured.groups.map(groupRow),
)}

Milliseconds. *By relevance* counts all hits and ranks the newest of them (\`lib/search/hits.queries.ts\`);
*the whole page* is all but drawing it: reading the search, looking up names, the hits, their texts and
marking the words. PostgreSQL has its default settings (128 MB of shared buffers), less than the tables
that are searched. ${quietness(measured)}

## What it costs to write

${table(
  ["", "with search, p50 / p95", "without, p50 / p95", "ratio of the medians"],
  measured.writes.map(({ name, with: on, without }) => [
    name,
    pair(on),
    pair(without),
    `${(median(on) / median(without)).toFixed(2)} ×`,
  ]),
)}

The same commands in turns with the triggers of search and without them. A vote names none of the columns that
they look at.

## What it takes

${table(
  ["table with its indexes", "MB"],
  measured.sizes.map(({ name, bytes }) => [name, figure(Math.round(bytes / 1e6))]),
)}

The forum was written in ${Math.round(written)} s, its indexes among it.
`;
}

/** On a machine that does nothing else, the same count of about as many rows takes about as long each time. */
const QUIET = 2;

function quietness({ groups: [largest] }: Measured): string {
  if (largest === undefined) return "";
  const scatter = percentile(largest.count, 0.95) / median(largest.count);
  return scatter <= QUIET && median(largest.count) < REACH / 2
    ? ""
    : "The machine was busy with other things, as the counts show: measure again before believing a time; a ratio to the count beside it says more.";
}

function groupRow(group: GroupTimes): string[] {
  const p95 = Math.max(percentile(group.relevance, 0.95), percentile(group.newest, 0.95));
  const hits = `${median(group.hits).toLocaleString("en")}, ${Math.max(...group.hits).toLocaleString("en")}`;
  return [
    ...[group.name, hits, pair(group.count), pair(group.relevance), pair(group.newest)],
    pair(group.page),
    p95 <= REACH ? "reached" : "**missed**",
  ];
}

const pair = (values: readonly number[]) =>
  `${median(values).toFixed(1)} / ${percentile(values, 0.95).toFixed(1)}`;

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(heads), `|${"---|".repeat(heads.length)}`, ...rows.map(line)].join("\n");
}
