import type { Viewer } from "@/lib/policy/viewer";
import { hitsOf, MOST_RANKED } from "@/lib/search/hits.queries";
import { type Meaning, meaningOf } from "@/lib/search/meaning.queries";
import { parseSearch } from "@/lib/search/parse";
import { hasFilters, hasWords, type SearchOrder } from "@/lib/search/query";
import { resultsOf } from "@/lib/search/results.queries";
import { SearchGivenUp } from "@/lib/search/rows.queries";
import { suggestionFor } from "@/lib/search/suggestions.queries";
import type { SearchPage } from "@/lib/search/view";
import { cursorOf, parseCursor } from "@/lib/threads/cursor";

const RESULTS_PER_PAGE = 20;

const GIVEN_UP: Record<SearchGivenUp["because"], string> = {
  "too much":
    "This search takes too long in a forum of this size. Add a word that fewer posts have, or a board, an author or a date.",
  "too many": "Too much is being searched for at this moment. Please try again soon.",
};

/** What is asked for. */
export interface SearchWish {
  /** As it was typed. */
  text: string;
  order: SearchOrder;
  /** The cursor that the page before ended with; one that can't be read starts anew. */
  after?: string | undefined;
}

/** Why nothing was looked for. */
type Unasked = Extract<SearchPage, { found: "nothing typed" | "problem" }>;

/** A page of what a search finds for a viewer, in a fixed number of queries. */
export function searchPosts(viewer: Viewer, wish: SearchWish, now: Date): Promise<SearchPage> {
  return asked<SearchPage>(viewer, wish, now, async (meaning) => {
    const { postIds, ...page } = await hitPage(viewer, meaning, wish);
    const results = await resultsOf(viewer, meaning, postIds);
    const suggestion = page.total === 0 ? await suggestionFor(wish.text, meaning) : null;
    return { found: "results", results, ...page, suggestion };
  });
}

interface FoundIds {
  found: "ids";
  postIds: number[];
  /** Where the next page begins; null on the last. */
  next: string | null;
}

/** The posts on such a page by their ids, without a word of them. */
export function searchPostIds(
  viewer: Viewer,
  wish: SearchWish,
  now: Date,
): Promise<FoundIds | Unasked> {
  return asked<FoundIds>(viewer, wish, now, async (meaning) => {
    const { postIds, next } = await hitPage(viewer, meaning, wish);
    return { found: "ids", postIds, next };
  });
}

async function asked<Answer>(
  viewer: Viewer,
  { text }: SearchWish,
  now: Date,
  answer: (meaning: Meaning) => Promise<Answer>,
): Promise<Answer | Unasked> {
  const parsed = parseSearch(text, now);
  if (!parsed.ok) {
    if (parsed.empty) return { found: "nothing typed" };
    return { found: "problem", message: parsed.message };
  }
  try {
    const meaning = await meaningOf(viewer, parsed.query);
    const message = problemOf(viewer, meaning);
    return message === null ? await answer(meaning) : { found: "problem", message };
  } catch (error) {
    if (!(error instanceof SearchGivenUp)) throw error;
    return { found: "problem", message: GIVEN_UP[error.because] };
  }
}

async function hitPage(viewer: Viewer, meaning: Meaning, wish: SearchWish) {
  const rankable = hasWords(meaning.query.own) && meaning.own !== "";
  const order = rankable ? wish.order : "newest";
  const after = parseCursor(wish.after, order === "newest" ? "createdAt" : "rank");
  const most = RESULTS_PER_PAGE + 1;
  const { hits, total, order: shownOrder } = await hitsOf(viewer, meaning, { order, after, most });
  const page = hits.slice(0, RESULTS_PER_PAGE);
  const last = page.at(-1);
  const more = hits.length > RESULTS_PER_PAGE && last !== undefined;
  return {
    postIds: page.map(({ postId }) => postId),
    ...{ total, order: shownOrder },
    ranked: rankable && total !== null,
    beyondRanked: shownOrder === "relevance" && total !== null && total > MOST_RANKED,
    next: more ? cursorOf(last.value, last.postId) : null,
  };
}

function problemOf(viewer: Viewer, { query, own, quoted, unknown }: Meaning): string | null {
  if (!viewer.signedIn && [...query.authors, ...query.quotes].includes("me")) {
    return "Sign in to search for yourself: “me” stands for whoever is signed in.";
  }
  const [slug] = unknown.boards;
  if (slug !== undefined) {
    return `There is no board “${slug}”. A board is named as in its address: behind /b/.`;
  }
  const [name] = unknown.people;
  if (name !== undefined) return `There is nobody named “${name}” here.`;
  if (own === "" && quoted === "" && !hasFilters(query)) {
    return "There is no word in this search: write one with letters or digits.";
  }
  return null;
}
