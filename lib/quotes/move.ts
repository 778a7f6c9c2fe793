import { type Searchable, Sought, verbatimPlaces } from "@/lib/resolver/locate";
import { codePointLength, sliceCodePoints, unitOffset } from "@/lib/text/code-points";
import { type DifferencePart, wordDifference } from "@/lib/text/difference";
import { hull, type Range } from "@/lib/text/range";

/** Of the words of a passage this share must be left for it to be called edited, not taken out. */
const MIN_LEFT = 1 / 3;

/** So many characters are searched for the words of all passages of an edit: some 200 ms. */
const MAX_SEARCHED = 6_000_000;

/**
 * An edit of a post, which is asked about many passages of it. Most of a text stays as it is, so
 * most passages are found by the comparison of the two texts, and few have to be searched for.
 */
export class Edit {
  readonly #before: string;
  readonly #after: Searchable;
  readonly #stretches: readonly Stretch[];
  readonly #places = new Map<string, Range[]>();
  #searched = 0;

  constructor(before: string, after: Searchable) {
    this.#before = before;
    this.#after = after;
    this.#stretches = stretchesOf(before, after.ownText);
  }

  /**
   * Where the words of a passage stand now: each range behind the one before it, as near as possible
   * to where it stood.
   *
   * @param ranges the quoted characters of the text before, in the order of the quote
   * @returns the ranges in the text after; null if any of the words do not stand there any more, or
   *   the search for words has cost too much already
   */
  standing(ranges: readonly Range[]): Range[] | null {
    const carried = ranges.flatMap((range) => this.#carried(range) ?? []);
    if (carried.length === ranges.length) return carried.length === 0 ? null : carried;
    const moved: Range[] = [];
    let [shift, from] = [0, 0];
    for (const range of ranges) {
      const words = sliceCodePoints(this.#before, range.start, range.end);
      const expected = range.start + shift;
      const behind = this.#placesOf(words, expected).filter(({ start }) => start >= from);
      const place = nearest(behind, expected);
      if (place === undefined) return null;
      shift = place.start - range.start;
      from = place.end;
      moved.push({ start: place.start, end: place.end });
    }
    return moved;
  }

  /**
   * What became of a passage, as far as the comparison tells: what stands in its place, or null if
   * too few of its words are left to speak of the same passage.
   */
  became(passage: Range): Range | null {
    const inside = this.#stretches.filter(({ from }) => {
      const inserted = from.start === from.end;
      if (inserted) return passage.start < from.start && from.start < passage.end;
      return overlap(from, passage) > 0;
    });
    const left = inside.reduce((sum, { kind, from }) => {
      return kind === "same" ? sum + overlap(from, passage) : sum;
    }, 0);
    if (left === 0 || left < (passage.end - passage.start) * MIN_LEFT) return null;
    return hull(inside.map((stretch) => partInside(stretch, passage)));
  }

  /** The range where a stretch that stayed has carried it. */
  #carried({ start, end }: Range): Range | null {
    const stretch = this.#stretches.find(
      ({ kind, from }) => kind === "same" && from.start <= start && end <= from.end,
    );
    if (stretch === undefined) return null;
    const shift = stretch.to.start - stretch.from.start;
    return { start: start + shift, end: end + shift };
  }

  #placesOf(words: string, expected: number): Range[] {
    const known = this.#places.get(words);
    if (known !== undefined) return known;
    const { ownText } = this.#after;
    this.#searched += ownText.length + words.length;
    if (this.#searched > MAX_SEARCHED) return [];
    const places = placesOf(words, this.#after, expected);
    this.#places.set(words, places);
    return places;
  }
}

/** Quoted characters may begin inside a word ("[T]he"): then they are looked for as they are. */
function placesOf(words: string, after: Searchable, expected: number): Range[] {
  const places = verbatimPlaces(new Sought(words), after);
  if (places.length > 0 || words === "") return places;
  const text = after.ownText;
  const at = unitOffset(text, expected);
  return [text.lastIndexOf(words, at), text.indexOf(words, at)]
    .filter((found) => found !== -1)
    .map((found) => {
      const start = codePointLength(text.slice(0, found));
      return { start, end: start + codePointLength(words) };
    });
}

/** Words that stand there several times have moved least. */
export function nearest<Found extends Range>(
  places: readonly Found[],
  start: number,
): Found | undefined {
  const distance = (place: Range) => Math.abs(place.start - start);
  return [...places].sort((a, b) => distance(a) - distance(b) || a.start - b.start)[0];
}

interface Stretch {
  kind: "same" | "changed";
  from: Range;
  to: Range;
}

/** The two texts side by side: stretches that are the same, and those that replaced each other. */
function stretchesOf(before: string, after: string): Stretch[] {
  const stretches: Stretch[] = [];
  let [from, to] = [0, 0];
  for (const { kind, text } of differenceOf(before, after)) {
    const length = codePointLength(text);
    const [removed, added] = [kind === "added" ? 0 : length, kind === "removed" ? 0 : length];
    const last = stretches.at(-1);
    if (kind !== "same" && last?.kind === "changed") {
      last.from.end += removed;
      last.to.end += added;
    } else {
      stretches.push({
        kind: kind === "same" ? "same" : "changed",
        from: { start: from, end: from + removed },
        to: { start: to, end: to + added },
      });
    }
    from += removed;
    to += added;
  }
  return stretches;
}

/** As word by word, but what both texts begin and end with is not compared: most edits are small. */
function differenceOf(before: string, after: string): DifferencePart[] {
  const head = wordBoundary(before, commonStart(before, after));
  const [rest, changed] = [before.slice(head), after.slice(head)];
  const tail = rest.length - wordBoundary(rest, rest.length - commonEnd(rest, changed), 1);
  return [
    { kind: "same" as const, text: before.slice(0, head) },
    ...wordDifference(rest.slice(0, rest.length - tail), changed.slice(0, changed.length - tail)),
    { kind: "same" as const, text: rest.slice(rest.length - tail) },
  ].filter(({ text }) => text !== "");
}

function commonStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let at = 0;
  while (at < most && one.charCodeAt(at) === other.charCodeAt(at)) at += 1;
  return at;
}

function commonEnd(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (
    length < most &&
    one.charCodeAt(one.length - 1 - length) === other.charCodeAt(other.length - 1 - length)
  ) {
    length += 1;
  }
  return length;
}

/** The nearest place at or before `at` (or behind it, in steps of 1) that is next to white space. */
function wordBoundary(text: string, at: number, step: 1 | -1 = -1): number {
  let place = at;
  while (place > 0 && place < text.length && !/\s/.test(text.charAt(place - 1))) place += step;
  return place;
}

function overlap(one: Range, other: Range): number {
  return Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
}

/** What of a stretch's new text belongs to the passage: all of a changed one, its part of another. */
function partInside({ kind, from, to }: Stretch, passage: Range): Range {
  if (kind === "changed") return to;
  const start = to.start + Math.max(0, passage.start - from.start);
  return { start, end: start + overlap(from, passage) };
}
