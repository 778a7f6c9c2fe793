import { groupBy } from "@/lib/group";
import { normalisedText } from "@/lib/resolver/normalise";
import { MIN_QUOTE_LENGTH, resolveAmong } from "@/lib/resolver/resolve";
import type { QuotableSources } from "@/lib/resolver/sources";
import { codePointLength } from "@/lib/text/code-points";
import { oneOf } from "@/scripts/evaluation/chance";
import { type Judged, quotableAtEnd, type Replayed } from "@/scripts/evaluation/replay";

/** A quote that was linked to a thread from which it was not taken. */
export interface FalseLink {
  exact: string;
  thread: string;
  status: string;
}

/** Tries each quote as an answer to the last post of another thread. */
export function falseLinks(
  quotes: readonly Judged[],
  threads: ReadonlyMap<string, Replayed>,
  random: () => number,
): { tries: number; long: number; links: FalseLink[]; longLinks: FalseLink[] } {
  const names = [...threads.keys()];
  const tried = quotes.flatMap(({ exact, label }) => {
    const others = names.filter((name) => name !== label.thread);
    return others.length === 0 ? [] : [{ exact, thread: oneOf(others, random) }];
  });
  const links = tried.flatMap(({ exact, thread }) => {
    const found = resolve(exact, quotableAtEnd(threads.get(thread) as Replayed));
    return found.source === null && !found.candidates
      ? []
      : [{ exact, thread, status: found.status }];
  });
  const isLong = ({ exact }: { exact: string }) =>
    codePointLength(normalisedText(exact)) >= MIN_QUOTE_LENGTH;
  return {
    tries: tried.length,
    long: tried.filter(isLong).length,
    links,
    longLinks: links.filter(isLong),
  };
}

/**
 * Milliseconds that each quote takes in its own thread, filled up with posts of others to `size`,
 * whose texts are known already, as they are for the second quote of a post.
 */
export function times(
  quotes: readonly Judged[],
  threads: ReadonlyMap<string, Replayed>,
  size: number,
): { own: number[]; foreign: number[] } {
  const everybody = [...threads.values()].flatMap((thread) => {
    const { ancestors, earlier } = quotableAtEnd(thread);
    return [...ancestors, ...earlier];
  });
  const taken = { own: [] as number[], foreign: [] as number[] };
  const byThread = groupBy(quotes, ({ label }) => label.thread);
  let before: readonly Judged[] = [];
  for (const [name, known] of byThread) {
    const { ancestors, earlier } = quotableAtEnd(threads.get(name) as Replayed);
    const own = new Set([...ancestors, ...earlier]);
    const filling = everybody.filter((source) => !own.has(source));
    const padded = [...earlier, ...filling].slice(0, Math.max(0, size - ancestors.length));
    const sources = { ancestors, earlier: padded, superseded: [] };
    resolve("what nobody ever wrote here, to make all the posts ready for search", sources);
    for (const { exact } of known) taken.own.push(timed(exact, sources));
    for (const { exact } of before) taken.foreign.push(timed(exact, sources));
    before = known;
  }
  return taken;
}

/** The value that a share of all are not above (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/** The least of three: what a quote takes, not what else the machine was doing. */
function timed(exact: string, sources: QuotableSources): number {
  const taken = [1, 2, 3].map(() => {
    const start = performance.now();
    resolve(exact, sources);
    return performance.now() - start;
  });
  return Math.min(...taken);
}

function resolve(exact: string, sources: QuotableSources) {
  return resolveAmong(exact, [sources, ...sources.superseded]);
}
