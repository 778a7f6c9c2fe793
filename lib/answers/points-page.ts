import { parameter, type SearchParams } from "@/lib/address";
import { type AnsweredPassage, passageAt } from "@/lib/answers/passages";
import type { PointsWish } from "@/lib/answers/points";
import type { PointsOrder } from "@/lib/routes";
import { codePointLength } from "@/lib/text/code-points";
import { plainText } from "@/lib/text/plain";
import type { Range } from "@/lib/text/range";
import { slicePassage } from "@/lib/text/slice";

/** How many passages stand on a page, and how many answers beside each of them. */
export const PASSAGES_PER_PAGE = 50;
export const ANSWERS_PER_PASSAGE = 20;

/** The same where a passage stands alone. */
export const ANSWERS_OF_ONE = 500;

/** The order named in an address; anything else means reading order. */
export function parsePointsOrder(text: string | undefined): PointsOrder {
  return text === "most" ? "most" : "reading";
}

/** A range as addresses write it, "12-40"; undefined for anything else. */
export function parseRange(text: string | undefined): Range | undefined {
  const [, start, end] = /^(\d{1,7})-(\d{1,7})$/.exec(text ?? "") ?? [];
  if (start === undefined || end === undefined || Number(start) >= Number(end)) return undefined;
  return { start: Number(start), end: Number(end) };
}

/** What the search parameters of an address ask for; whatever can't be read counts as unsaid. */
export async function parsePointsWish(search: SearchParams): Promise<PointsWish> {
  const page = await parameter(search, "page");
  return {
    order: parsePointsOrder(await parameter(search, "order")),
    page: /^[1-9]\d{0,4}$/.test(page ?? "") ? Number(page) : undefined,
    at: parseRange(await parameter(search, "at")),
    only: parseRange(await parameter(search, "only")),
  };
}

/** The passages in an order; equally often answered ones as they are read. */
export function inOrder<Quote>(
  passages: readonly AnsweredPassage<Quote>[],
  order: PointsOrder,
): AnsweredPassage<Quote>[] {
  const byReading = [...passages].sort((a, b) => a.start - b.start);
  if (order === "reading") return byReading;
  return byReading.sort((a, b) => b.answers.length - a.answers.length || a.start - b.start);
}

/** Text longer than this only begins beside a passage (code points). */
const SHOWN_ANSWER = 1_500;

/** An answer as it stands beside a passage: a very long one only begins there. */
export function shortened(html: string): { html: string; cut: boolean } {
  // Tags only add to it, so most answers need no reading.
  if (html.length <= SHOWN_ANSWER) return { html, cut: false };
  const cut = codePointLength(plainText([html])) > SHOWN_ANSWER;
  return { html: cut ? slicePassage([html], [{ start: 0, end: SHOWN_ANSWER }]) : html, cut };
}

/** The passages that are asked for, and the page they are on. */
export function passagesWished<Quote>(
  passages: readonly AnsweredPassage<Quote>[],
  { order, page, at, only }: PointsWish,
) {
  if (only !== undefined) {
    const passage = passageAt(passages, only);
    return { shown: passage === null ? [] : [passage], page: 1, pages: 1 };
  }
  const sorted = inOrder(passages, order);
  const pages = Math.max(1, Math.ceil(sorted.length / PASSAGES_PER_PAGE));
  const wanted = at && passageAt(passages, at);
  const holding = wanted && Math.floor(sorted.indexOf(wanted) / PASSAGES_PER_PAGE) + 1;
  const shownPage = Math.min(pages, page ?? holding ?? 1);
  const first = (shownPage - 1) * PASSAGES_PER_PAGE;
  return { shown: sorted.slice(first, first + PASSAGES_PER_PAGE), page: shownPage, pages };
}

/** Other answers make a passage grow; a link to what it was still leads to it. */
export function aliasOf<Quote>(
  passage: AnsweredPassage<Quote>,
  passages: readonly AnsweredPassage<Quote>[],
  { at }: PointsWish,
) {
  if (at === undefined || (at.start === passage.start && at.end === passage.end)) return null;
  return passageAt(passages, at) === passage ? at : null;
}
