import type { Measured } from "@/bench/measured";
import { AT_ONCE, SHARE } from "@/bench/mix/measure";
import { growthOf, slopeOf } from "@/bench/mix/memory";
import { figure, percent, table } from "@/bench/report/table";

export function mixSection({ mix }: Measured): string {
  if (mix === undefined) return "";
  const kinds = Object.entries(mix.byKind).sort(([, a], [, b]) => b.requests - a.requests);
  const rows = kinds.map(([kind, { requests, p50, p99 }]) => [
    ...[kind, requests.toLocaleString("en"), figure(p50), figure(p99)],
  ]);
  const memory = mix.memory.map(({ megabytes }) => megabytes);
  const half = mix.memory.slice(mix.memory.length >> 1);
  return `## A mix of requests

${figure(mix.highest)} requests a second are the most that ${AT_ONCE} clients with no pause are given of the mix that Lobsters
had. For ${figure(mix.minutes)} minutes ${percent(SHARE)} of that, ${figure(mix.rate)} a second, were asked for by chance (a Poisson process), whether
or not those before were answered: ${mix.requests.toLocaleString("en")} requests, ${mix.errors} failed${mix.errors === 0 ? "" : ` (the first: ${mix.firstError})`}. Half were answered within
${figure(mix.p50)} ms of when they were due, 99 of 100 within ${figure(mix.p99)} ms. The web process, started for this, held
${figure(Math.min(...memory))} to ${figure(Math.max(...memory))} MB; in the second half the line through its samples rises by ${figure(slopeOf(half) * 60)} MB a minute,
${percent(growthOf(mix.memory))} in all.

${table(["request", "how many", "half within ms", "99 of 100 within ms"], rows)}

The forum has the shape that the same statistics give, smaller. One reader of ten is signed in; a thread
is read the more often the longer it is. What is written by a form includes asking for its page. The
list of comments is the list of threads by activity here.
`;
}
