import type { QuoteStatus } from "@/lib/quotes/view";
import type { ThreadKind } from "@/lib/threads/view";

/** Which posts a search looks at, beside their words. */
export type PostKind = ThreadKind | "thread" | "reply";

/** Statuses of quotes that can be looked for; what is hidden is none of them. */
export type SearchedStatus = QuoteStatus | "edited" | "deleted";

/** Words to look for. Whatever they are, they are text: no sign in them means anything to the database. */
export interface SearchWords {
  /** All of them must be there, anywhere. */
  words: string[];
  /** Each must be there word by word. */
  phrases: string[];
  /** Letters and digits that some word must begin with. */
  prefixes: string[];
  /** None of these words or phrases may be there. */
  without: string[];
}

/** A search as it was understood. Of several of one kind of list any may hold. */
export interface SearchQuery {
  own: SearchWords;
  /** Words that must stand in a quote: `q:`. */
  quoted: SearchWords;
  /** The words are looked for in titles alone. */
  inTitle: boolean;
  /** Addresses of boards. */
  boards: string[];
  /** Names of people, or "me". */
  authors: string[];
  /** Names of people who are quoted, or "me". */
  quotes: string[];
  kinds: PostKind[];
  statuses: SearchedStatus[];
  unanswered: boolean;
  /** Written from this moment on. */
  after: Date | null;
  /** Written before this moment. */
  before: Date | null;
}

export type SearchOrder = "relevance" | "newest";

function emptyWords(): SearchWords {
  return { words: [], phrases: [], prefixes: [], without: [] };
}

export function emptyQuery(): SearchQuery {
  return {
    own: emptyWords(),
    quoted: emptyWords(),
    inTitle: false,
    ...{ boards: [], authors: [], quotes: [], kinds: [], statuses: [] },
    unanswered: false,
    after: null,
    before: null,
  };
}

/** Whether it says what must be there, and not only what must not. */
export function hasWords({ words, phrases, prefixes }: SearchWords): boolean {
  return words.length + phrases.length + prefixes.length > 0;
}

/** Whether it says anything beside words. */
export function hasFilters(query: SearchQuery): boolean {
  const lists = [query.boards, query.authors, query.quotes, query.kinds, query.statuses];
  const dates = query.after !== null || query.before !== null;
  return dates || query.unanswered || lists.some((list) => list.length > 0);
}
