import { db } from "@/lib/db/client";
import type { Viewer } from "@/lib/policy/viewer";
import { feedKey, isFeedKey } from "@/lib/search/feed-key";
import type { SavedSearch } from "@/lib/search/saved";

const COLUMNS = { id: true, name: true, query: true, sort: true, feedSalt: true } as const;

/** The searches that the viewer keeps, by name. */
export async function savedSearches(viewer: Viewer): Promise<SavedSearch[]> {
  if (!viewer.signedIn) return [];
  const rows = await db().savedSearch.findMany({
    where: { userId: viewer.id },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: COLUMNS,
  });
  return rows.map(viewOf);
}

/**
 * A saved search and whose it is, by the key of its private feed: null where there is none, or the key is
 * not its own. Whoever shows what it finds shows what its owner may see at that moment, or less.
 */
export async function savedSearchByKey(
  id: number,
  key: string,
): Promise<{ search: SavedSearch; owner: { id: number; username: string } } | null> {
  const row = await db().savedSearch.findUnique({
    where: { id },
    select: { ...COLUMNS, user: { select: { id: true, username: true } } },
  });
  if (row === null || !isFeedKey(row.id, row.feedSalt, key)) return null;
  return { search: viewOf(row), owner: row.user };
}

function viewOf(row: {
  id: number;
  name: string;
  query: string;
  sort: string;
  feedSalt: string;
}): SavedSearch {
  return {
    ...{ id: row.id, name: row.name, query: row.query },
    order: row.sort === "newest" ? "newest" : "relevance",
    feedKey: feedKey(row.id, row.feedSalt),
  };
}
