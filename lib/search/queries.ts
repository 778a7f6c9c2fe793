import type { Viewer } from "@/lib/policy/viewer";
import { hitsOf, MOST_RANKED } from "@/lib/search/hits.queries";
import { type Meaning, meaningOf } from "@/lib/search/meaning.queries";
import { parseSearch } from "@/lib/search/parse";
import { hasFilters, hasWords, type SearchOrder } from "@/lib/search/query";
import { resultsOf } from "@/lib/search/results.queries";
import { TooMuchToSearch } from "@/lib/search/rows.queries";
import { suggestionFor } from "@/lib/search/suggestions.queries";
import type { SearchPage } from "@/lib/search/view";
import { cursorOf, parseCursor } from "@/lib/threads/cursor";

export const RESULTS_PER_PAGE = 20;

const TOO_MUCH =
  "This search takes too long in a forum of this size. Add a word that fewer posts have, or a board, an author or a date.";

/** What is asked for. */
export interface SearchWish {
  /** As it was typed. */
  text: string;
  order: SearchOrder;
  /** The cursor that the page before ended with; one that can't be read starts anew. */
  after?: string;
}

/** A page of what a search finds for a viewer, in a fixed number of queries. */
export async function searchPosts(
  viewer: Viewer,
  wish: SearchWish,
  now: Date,
): Promise<SearchPage> {
  const parsed = parseSearch(wish.text, now);
  if (!parsed.ok) {
    if (parsed.empty) return { found: "nothing typed" };
    return { found: "problem", message: parsed.message };
  }
  try {
    const meaning = await meaningOf(viewer, parsed.query);
    const message = problemOf(viewer, meaning);
    return message === null
      ? await resultPage(viewer, meaning, wish)
      : { found: "problem", message };
  } catch (error) {
    if (error instanceof TooMuchToSearch) return { found: "problem", message: TOO_MUCH };
    throw error;
  }
}

async function resultPage(viewer: Viewer, meaning: Meaning, wish: SearchWish): Promise<SearchPage> {
  const rankable = hasWords(meaning.query.own) && meaning.own !== "";
  const order = rankable ? wish.order : "newest";
  const after = parseCursor(wish.after, order === "newest" ? "createdAt" : "rank");
  const most = RESULTS_PER_PAGE + 1;
  const { hits, total, order: shownOrder } = await hitsOf(viewer, meaning, { order, after, most });
  const page = hits.slice(0, RESULTS_PER_PAGE);
  const last = page.at(-1);
  const results = await resultsOf(
    viewer,
    meaning,
    page.map(({ postId }) => postId),
  );
  return {
    ...{ found: "results", results, total, order: shownOrder },
    ranked: rankable && total !== null,
    beyondRanked: shownOrder === "relevance" && total !== null && total > MOST_RANKED,
    next:
      hits.length > RESULTS_PER_PAGE && last !== undefined
        ? cursorOf(last.value, last.postId)
        : null,
    suggestion: total === 0 ? await suggestionFor(wish.text, meaning) : null,
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
