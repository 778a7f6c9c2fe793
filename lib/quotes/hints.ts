import type { SettledPost, SettledQuote } from "@/lib/resolver/settle";
import { codePointLength } from "@/lib/text/code-points";

/** Of a post shorter than this, quoting all of it is quoting a sentence. Code points. */
export const LONG_POST = 300;

/** A quote that holds more than this share of the answered post holds nearly all of it. */
export const NEARLY_ALL = 0.8;

/** Quotes that are longer than the answers to them are worth a word from this length on. */
export const LONG_QUOTES = 200;

/** The post that is answered, as far as its own words go. */
export interface AnsweredPost {
  postId: number;
  ownText: string;
}

/** Whether the quoter wrote anything under a quote before the next one or the end. */
export function isAnswered(post: SettledPost, index: number): boolean {
  // Typed without even an empty line between, two passages are one quote to their quoter.
  const continued = index + 1 < post.quotes.length && post.markdownParts[index + 1] === "";
  return continued ? isAnswered(post, index + 1) : (post.htmlParts[index + 1] ?? "") !== "";
}

/**
 * What could be quoted better in a text (rule 9): gentle advice, never a refusal; most often none.
 *
 * @param parent null where it can't be read, or for what answers nothing
 */
export function quotingHints(post: SettledPost, parent: AnsweredPost | null): string[] {
  const answered = post.quotes.filter((_, index) => isAnswered(post, index));
  const wholePost = parent !== null && post.quotes.some((quote) => holdsNearlyAll(quote, parent));
  const hints = [
    wholePost
      ? "You quote nearly the whole post. Keep the sentence you answer, and leave out the rest."
      : null,
    // Whoever has not answered the last quote yet is still writing.
    withoutAnswer(post, answered.length) ??
      (wholePost ? null : moreQuotedThanSaid(answered, post.ownText)),
  ];
  return hints.filter((hint) => hint !== null);
}

function holdsNearlyAll({ resolution }: SettledQuote, parent: AnsweredPost): boolean {
  const length = codePointLength(parent.ownText);
  if (length < LONG_POST || resolution.source?.postId !== parent.postId) return false;
  const quoted = resolution.source.ranges.reduce((sum, { start, end }) => sum + end - start, 0);
  return quoted > length * NEARLY_ALL;
}

/** Two quotes may share an answer: only what is directly answered counts. */
function moreQuotedThanSaid(answered: readonly SettledQuote[], ownText: string): string | null {
  const quoted = answered.reduce((sum, { exact }) => sum + codePointLength(exact.trim()), 0);
  if (quoted <= LONG_QUOTES || quoted <= codePointLength(ownText)) return null;
  return "There is more quoted than said here. Keep the words you answer, and put […] for the rest.";
}

/** Two quotes may share an answer, so only what stands at the end is surely unanswered. */
function withoutAnswer(post: SettledPost, answered: number): string | null {
  const unanswered = post.quotes.length - answered;
  const last = post.quotes.length - 1;
  if (unanswered === 0 || isAnswered(post, last)) return null;
  if (post.quotes.length === 1) return "Your answer goes under the quote.";
  if (answered === 0) return "Your answers go under the quotes.";
  return unanswered === 1
    ? "The last quote has no answer under it. Answer it, or remove it."
    : `${unanswered} quotes have no answer right under them. Answer them, or remove them.`;
}
