import { type SettledPost, type SettledQuote, settleQuotes } from "@/lib/resolver/settle";
import { type QuotableSources, ThreadSources } from "@/lib/resolver/sources";
import { renderPost } from "@/lib/text/render";
import type { IncomingThread } from "@/lib/transfer/thread";
import type { Label } from "@/scripts/evaluation/files";

/** A thread of which every post was saved, one after the other, as the forum saves them. */
export interface Replayed {
  sources: ThreadSources;
  settled: SettledPost[];
  /** The number of each post by its key. */
  numbers: Map<string, number>;
}

/** Every post has one revision here: the last. */
export function replay({ posts }: IncomingThread, firstNumber = 0): Replayed {
  const numbers = new Map(posts.map(({ key }, index) => [key, firstNumber + index]));
  const sources = new ThreadSources();
  const settled = posts.map(({ key, parentKey, revisions }) => {
    const number = numbers.get(key) as number;
    const parent = parentKey === null ? null : (numbers.get(parentKey) ?? null);
    const rendered = renderPost(revisions.at(-1)?.body ?? "");
    const post = settleQuotes(rendered, { sources: sources.quotableBy(parent) });
    const revision = { postId: number, revisionId: number, ownText: post.ownText };
    sources.set(number, parent, revision);
    return post;
  });
  return { sources, settled, numbers };
}

/** What one more answer to the last post of a thread could quote. */
export function quotableAtEnd({ sources, numbers }: Replayed): QuotableSources {
  return sources.quotableBy([...numbers.values()].at(-1) ?? null);
}

export type Outcome = "right" | "wrong" | "ambiguous" | "none";

export interface Judged {
  label: Label;
  outcome: Outcome;
  status: string;
  /** The quoted words as the forum read them. */
  exact: string;
}

/**
 * What became of a labelled quote. One that was split is right if its longest part is, and wrong if
 * any part leads to another post.
 */
export function judged(label: Label, replayed: Replayed): Judged {
  const { numbers, settled } = replayed;
  const post = settled[(numbers.get(label.post) ?? 0) - (numbers.values().next().value ?? 0)];
  const parts = partsOf(label, allOf(post?.quotes ?? []));
  const longest = parts.reduce<SettledQuote | null>(
    (best, part) => (best === null || part.exact.length > best.exact.length ? part : best),
    null,
  );
  if (longest === null)
    return { label, outcome: "none", status: "not a quote", exact: label.quote };
  const source = numbers.get(label.source);
  const leads = (part: SettledQuote) => part.resolution.source?.postId;
  const isWrong = parts.some((part) => leads(part) !== undefined && leads(part) !== source);
  const { status } = longest.resolution;
  const other = status === "ambiguous" ? "ambiguous" : "none";
  const outcome = isWrong ? "wrong" : leads(longest) === source ? "right" : other;
  return { label, outcome, status, exact: longest.exact };
}

/** The quote with a label's words; or those which it was split into. */
function partsOf(label: Label, quotes: SettledQuote[]): SettledQuote[] {
  const words = lettersOf(label.quote);
  const whole = quotes.find(
    (quote) =>
      lettersOf(quote.exact) === words || lettersOf(quote.markdownParts.join("")) === words,
  );
  if (whole) return [whole];
  return quotes.filter(({ exact }) => {
    const letters = lettersOf(exact);
    return letters !== "" && words.includes(letters);
  });
}

function allOf(quotes: readonly SettledQuote[]): SettledQuote[] {
  return quotes.flatMap((quote) => [quote, ...allOf(quote.quotes)]);
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
