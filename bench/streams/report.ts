// docs/performance-streams.md
import { figure, table } from "@/bench/report/table";
import { median, percentile } from "@/bench/statistics";
import type { StreamsMeasured } from "@/bench/streams/measure";

/** @param rounds how many replies were hidden */
export function reportOf(measured: readonly StreamsMeasured[], rounds: number): string {
  const heads = ["", ...measured.map(({ streams }) => `${streams.toLocaleString("en")} streams`)];
  const line = (name: string, value: (each: StreamsMeasured) => string) => [
    name,
    ...measured.map(value),
  ];
  const rows = [
    line("still open at the end", ({ held }) => held.toLocaleString("en")),
    line("told, median of all streams, ms", ({ delays }) => figure(median(delays))),
    line("told, 99th percentile, ms", ({ delays }) => figure(percentile(delays, 0.99))),
    line("told, the last stream of the worst round, ms", ({ last }) => figure(Math.max(...last))),
    line("processor time of one announcement, ms", ({ processor }) => figure(median(processor))),
    line("memory of the process before, MB", ({ megabytes }) => figure(megabytes.before)),
    line("memory with the streams, MB", ({ megabytes }) => figure(megabytes.with)),
    line("memory of one stream, KB", kilobytes),
    line("opening all, s", ({ opened }) => figure(opened)),
    line("all asking for the hidden reply anew, s", ({ redrawn }) => figure(redrawn)),
  ];
  return `# Open streams on one web process

Written by \`npm run bench -- streams\`: every stream is the open page of one thread of 100 posts, half of
them of readers who are signed out, half of members, whose sight is asked for each by itself. ${rounds}
replies are hidden one after the other, by a statement that a moderator's form would send; the time runs
from sending it to the arrival of the event, so the write itself is in it. The readers are on the same
machine and share its processors. Streams use room first that the process had free, so the memory of one is
read best where it is largest. The hidden words leave a page with the event; asking for the reply as it is
now, which its author and moderators see marked, comes after, and is made for each reader.

${table(heads, rows)}

To reach: 2,000 streams are held by one process, and every one of them is told within a second.
`;
}

function kilobytes({ megabytes, streams }: StreamsMeasured): string {
  return figure(((megabytes.with - megabytes.before) * 1000) / streams);
}
