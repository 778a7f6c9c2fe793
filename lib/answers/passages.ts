import { groupBy } from "@/lib/group";
import type { QuoteStatus } from "@/lib/quotes/view";
import type { Range } from "@/lib/text/range";
import type { Sentence } from "@/lib/text/sentences";

/** A quote as far as it answers: what it quotes, and which words of its post stand under it. */
export interface AnsweringQuote {
  id: number;
  /** The quoter, and which of its own runs is the answer. */
  postId: number;
  run: number;
  at: Date;
  /** The characters quoted: code points of the source's own text. */
  ranges: readonly Range[];
}

/** A quote under which its quoter wrote something, as it is stored. */
export interface StoredAnswer extends AnsweringQuote {
  sourcePostId: number;
  /** The source's revision that the quoted characters are of. */
  sourceRevisionId: number;
  /** The quoter's current revision. */
  revisionId: number;
  status: QuoteStatus;
  /**
   * `here`: its words stand in the source at one known place. `edited`: they stood there before an
   * edit. `ambiguous`: they stand at several places, and which was meant is not known.
   */
  standing: "here" | "edited" | "ambiguous";
}

/** What one post writes under one quote, or under several that stand directly on each other. */
export interface Answer<Quote> {
  postId: number;
  run: number;
  quotes: Quote[];
}

/** A passage that was answered: everything quoted that overlaps, with the answers to it. */
export interface AnsweredPassage<Quote> extends Range {
  /** Its characters, in order; several ranges where every quote left the same words out. */
  ranges: Range[];
  /** Oldest first. */
  answers: Answer<Quote>[];
}

/**
 * Groups the quotes of one post by what they quote: those that have characters in common, or are
 * joined by others that do, are one passage. Neighbours that only touch are two. Each quote is in
 * exactly one passage, no character in two. Independent of the order in which quotes are given.
 *
 * @returns passages in reading order
 */
export function groupAnswers<Quote extends AnsweringQuote>(
  quotes: readonly Quote[],
): AnsweredPassage<Quote>[] {
  const stretches = quotes
    .flatMap((quote) => quote.ranges.map(({ start, end }) => ({ start, end, quote })))
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start || a.quote.id - b.quote.id);
  const joined = new Joined<Quote>();
  const merged: (Range & { quote: Quote })[] = [];
  for (const stretch of stretches) {
    const last = merged.at(-1);
    if (last === undefined || stretch.start >= last.end) merged.push({ ...stretch });
    else {
      joined.join(last.quote, stretch.quote);
      last.end = Math.max(last.end, stretch.end);
    }
  }
  const rangesOf = groupBy(merged, ({ quote }) => joined.nameOf(quote));
  const members = new Set(stretches.map(({ quote }) => quote));
  const quotesOf = groupBy([...members], (quote) => joined.nameOf(quote));
  return [...rangesOf].map(([name, parts]) => {
    const ranges = withoutTouching(parts);
    const start = ranges[0]?.start ?? 0;
    const end = ranges.at(-1)?.end ?? 0;
    return { start, end, ranges, answers: answersOf(quotesOf.get(name) ?? []) };
  });
}

/** Of one passage: ranges that touch are one. */
function withoutTouching(parts: readonly Range[]): Range[] {
  const ranges: Range[] = [];
  for (const { start, end } of parts) {
    const last = ranges.at(-1);
    if (last?.end === start) last.end = end;
    else ranges.push({ start, end });
  }
  return ranges;
}

/** Sets of quotes that have characters in common ("union-find"). */
class Joined<Quote> {
  readonly #parents = new Map<Quote, Quote>();

  nameOf(quote: Quote): Quote {
    let name = quote;
    for (let parent = this.#parents.get(name); parent; parent = this.#parents.get(name)) {
      name = parent;
    }
    // Whoever asks next has a shorter way.
    for (let at = quote; at !== name; ) {
      const parent = this.#parents.get(at) ?? name;
      this.#parents.set(at, name);
      at = parent;
    }
    return name;
  }

  join(one: Quote, other: Quote): void {
    const [a, b] = [this.nameOf(one), this.nameOf(other)];
    if (a !== b) this.#parents.set(b, a);
  }
}

function answersOf<Quote extends AnsweringQuote>(quotes: readonly Quote[]): Answer<Quote>[] {
  const inOrder = [...quotes].sort(
    (a, b) =>
      a.at.getTime() - b.at.getTime() || a.postId - b.postId || a.run - b.run || a.id - b.id,
  );
  return [...groupBy(inOrder, answerKey).values()].map((group) => {
    const { postId, run } = group[0] as Quote;
    return { postId, run, quotes: group };
  });
}

/** The passage that any of these characters are part of: the one with the most of them. */
export function passageAt<Quote>(
  passages: readonly AnsweredPassage<Quote>[],
  { start, end }: Range,
): AnsweredPassage<Quote> | null {
  let best: AnsweredPassage<Quote> | null = null;
  let most = 0;
  for (const passage of passages) {
    const common = passage.ranges
      .map((range) => Math.min(end, range.end) - Math.max(start, range.start))
      .reduce((sum, length) => sum + Math.max(0, length), 0);
    if (common <= most) continue;
    most = common;
    best = passage;
  }
  return best;
}

/** The sentences of which no character was answered. */
export function unansweredSentences(
  sentences: readonly Sentence[],
  passages: readonly AnsweredPassage<unknown>[],
): Sentence[] {
  const answered = passages.flatMap(({ ranges }) => ranges).sort((a, b) => a.start - b.start);
  let next = 0;
  return sentences.filter(({ start, end }) => {
    while ((answered[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    const range = answered[next];
    return range === undefined || range.start >= end;
  });
}

/** What an answer is found by: a post may answer several times. */
export function answerKey({ postId, run }: { postId: number; run: number }): string {
  return `${postId}-${run}`;
}

/** How many answers there are to any of these passages; one to several counts once. */
export function countAnswers(passages: readonly AnsweredPassage<AnsweringQuote>[]): number {
  return new Set(passages.flatMap(({ answers }) => answers.map(answerKey))).size;
}
