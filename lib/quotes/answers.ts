import type { Element } from "hast";
import { groupBy } from "@/lib/group";
import { routes } from "@/lib/routes";
import type { PassageMark } from "@/lib/text/passage";
import type { Sentence } from "@/lib/text/sentences";
import type { TextRange } from "@/lib/text/slice";

/** A quote as far as it answers: what it quotes, and which words of its post stand under it. */
export interface AnsweringQuote {
  id: number;
  /** The quoter, and which of its own runs is the answer. */
  postId: number;
  run: number;
  at: Date;
  /** The characters quoted: code points of the source's own text. */
  ranges: readonly TextRange[];
}

/** What one post writes under one quote, or under several that stand directly on each other. */
export interface Answer<Quote> {
  postId: number;
  run: number;
  quotes: Quote[];
}

/** A passage that was answered: everything quoted that overlaps, with the answers to it. */
export interface AnsweredPassage<Quote> extends TextRange {
  /** Its characters, in order; several ranges where every quote left the same words out. */
  ranges: TextRange[];
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
  const merged: (TextRange & { quote: Quote })[] = [];
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
function withoutTouching(parts: readonly TextRange[]): TextRange[] {
  const ranges: TextRange[] = [];
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
  return [...groupBy(inOrder, ({ postId, run }) => `${postId}-${run}`).values()].map((group) => {
    const { postId, run } = group[0] as Quote;
    return { postId, run, quotes: group };
  });
}

/** The passage that any of these characters are part of: the one with the most of them. */
export function passageAt<Quote>(
  passages: readonly AnsweredPassage<Quote>[],
  { start, end }: TextRange,
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

/**
 * How the answered passages of a post are marked in its text: a quiet line under the words, and
 * behind them a link to the answers. The link holds no text, so that neither selecting nor copying
 * takes its number along; style sheets show it.
 */
export function answerMarks(
  postId: number,
  passages: readonly AnsweredPassage<unknown>[],
): PassageMark[] {
  return passages.flatMap(({ start, end, ranges, answers }) =>
    ranges.map((range): PassageMark => {
      const mark = { ...range, tagName: "span" as const, className: "answered-words" };
      if (range.end !== end) return mark;
      return { ...mark, trailer: answersLink(postId, { start, end }, answers.length) };
    }),
  );
}

function answersLink(postId: number, { start, end }: TextRange, answers: number): Element {
  return {
    type: "element",
    tagName: "a",
    properties: {
      href: routes.answers(postId, start, end),
      className: ["answers-mark"],
      ariaLabel: `${answers} ${answers === 1 ? "answer" : "answers"} to this passage`,
      dataAnswers: `${start}-${end}`,
      dataCount: answers,
    },
    children: [],
  };
}

/** Ranges as a quote stores them: pairs "from, to". */
export function rangesOf(pairs: readonly number[]): TextRange[] {
  const ranges: TextRange[] = [];
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    ranges.push({ start: pairs[at] ?? 0, end: pairs[at + 1] ?? 0 });
  }
  return ranges;
}
