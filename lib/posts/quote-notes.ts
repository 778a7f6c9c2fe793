import type { QuoteNote } from "@/lib/posts/view";
import { choiceValue } from "@/lib/quotes/choices";
import { isAnswered } from "@/lib/quotes/hints";
import type { CandidateView } from "@/lib/quotes/view";
import type { PassageSource } from "@/lib/resolver/resolution";
import type { SettledPost, SettledQuote } from "@/lib/resolver/settle";
import { codePointLength, sliceCodePoints } from "@/lib/text/code-points";
import { snippet } from "@/lib/text/snippet";

/** Enough to know one's own quote again, in a line of a phone. Code points. */
const BEGINNING = 80;

/** Longest passage shown in full for choosing. Code points. */
const LONGEST_CANDIDATE = 160;

/** What the notes tell beyond the text itself; nothing that the viewer may not read. */
export interface KnownSources {
  /** Who wrote a post. */
  author: (postId: number) => string | undefined;
  /** The own text of a revision in which quotes were looked for. */
  ownText: (revisionId: number) => string;
  /** Whether a revision is what its post says now. */
  current: (revisionId: number) => boolean;
  /** Whether a quote is a placeholder for words that the viewer may not read. */
  hidden: (quote: SettledQuote) => boolean;
}

/** What became of each quote of a text, in reading order, a quote before those inside it. */
export function quoteNotes(post: SettledPost, known: KnownSources): QuoteNote[] {
  return post.quotes.flatMap((quote, index) => notesOf(quote, known, 0, isAnswered(post, index)));
}

function notesOf(
  quote: SettledQuote,
  known: KnownSources,
  depth: number,
  answered: boolean,
): QuoteNote[] {
  const inside = quote.quotes.flatMap((inner) => notesOf(inner, known, depth + 1, answered));
  // A block that holds nothing but another quote has no words of its own.
  return quote.exact.trim() === "" ? inside : [noteOf(quote, known, depth, answered), ...inside];
}

function noteOf(
  quote: SettledQuote,
  known: KnownSources,
  depth: number,
  answered: boolean,
): QuoteNote {
  const { key, exact, resolution } = quote;
  if (known.hidden(quote)) {
    const nothing = { words: "", author: null, candidates: [], chosen: null };
    return { key, depth, answered, status: "redacted", ...nothing };
  }
  const { status, source, candidates, chosen } = resolution;
  return {
    ...{ key, depth, answered },
    status: source && !known.current(source.revisionId) ? "source edited" : status,
    words: snippet(exact, BEGINNING),
    author: source ? (known.author(source.postId) ?? null) : null,
    candidates: candidates.flatMap((candidate) => candidateOf(candidate, known)),
    chosen: chosen && source ? choiceValue(source) : null,
  };
}

function candidateOf(candidate: PassageSource, known: KnownSources): CandidateView[] {
  const author = known.author(candidate.postId);
  if (author === undefined) return [];
  const { start, end, prefix, suffix } = candidate;
  const ownText = known.ownText(candidate.revisionId);
  const before = start > codePointLength(prefix) ? "…" : "";
  const after = codePointLength(ownText) > end + codePointLength(suffix) ? "…" : "";
  return [
    {
      value: choiceValue(candidate),
      author,
      prefix: before + prefix,
      words: snippet(sliceCodePoints(ownText, start, end), LONGEST_CANDIDATE),
      suffix: suffix + after,
    },
  ];
}
