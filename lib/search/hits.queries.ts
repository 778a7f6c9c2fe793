import { Prisma } from "@/lib/db/generated/client";
import type { Viewer } from "@/lib/policy/viewer";
import { found } from "@/lib/search/conditions.queries";
import type { Meaning } from "@/lib/search/meaning.queries";
import type { SearchOrder } from "@/lib/search/query";
import { searchRows } from "@/lib/search/rows.queries";
import type { Cursor } from "@/lib/threads/cursor";

/** So many hits are counted and compared; of more, the newest are shown. */
export const MOST_HITS = 10_000;

/**
 * So many hits are ranked by how often and how near to each other the words stand in them: those with
 * the words in the title first, then the newest. The words of each have to be read for it, most of
 * which are not in memory in a large forum.
 */
export const MOST_RANKED = 100;

export interface Hit {
  postId: number;
  /** What the order goes by: the rank, or when it was written. */
  value: number | Date;
}

export interface Hits {
  /** In order, at most as many as were asked for. */
  hits: Hit[];
  /** How many there are; null if more than MOST_HITS. */
  total: number | null;
  /** The order in which they are. */
  order: SearchOrder;
}

interface HitRow {
  post_id: number | null;
  value: number | Date;
  total: number;
}

/**
 * The hits of a search that a viewer may see.
 *
 * @param most how many of them
 */
export async function hitsOf(
  viewer: Viewer,
  meaning: Meaning,
  { order, after, most }: { order: SearchOrder; after: Cursor | null; most: number },
): Promise<Hits> {
  const rows = await searchRows<HitRow>(
    order === "relevance"
      ? ranked(viewer, meaning, after, most)
      : newest(viewer, meaning, after, most),
  );
  const total = Number(rows[0]?.total ?? 0);
  if (total <= MOST_HITS) return { hits: hitsIn(rows), total, order };
  const since = order === "newest" ? after : null;
  const many = await searchRows<HitRow>(newestOfMany(viewer, meaning, since, most));
  return { hits: hitsIn(many), total: null, order: "newest" };
}

function hitsIn(rows: readonly HitRow[]): Hit[] {
  return rows.flatMap(({ post_id, value }) =>
    post_id === null ? [] : [{ postId: post_id, value }],
  );
}

/** All hits with what an order goes by, from the small table; one more than are compared. */
function matching(viewer: Viewer, meaning: Meaning): Prisma.Sql {
  const titled =
    meaning.own === "" ? Prisma.sql`false` : Prisma.sql`s.title @@ ${meaning.own}::tsquery`;
  return Prisma.sql`
    matching AS MATERIALIZED (
      SELECT s.post_id, s.text_id, s.created_at, ${titled} IS TRUE AS titled
        FROM search_posts s WHERE ${found(viewer, meaning)} LIMIT ${MOST_HITS + 1}),
    counted AS (SELECT count(*)::int AS total FROM matching)`;
}

function ranked(viewer: Viewer, meaning: Meaning, after: Cursor | null, most: number): Prisma.Sql {
  const beyond =
    after === null ? Prisma.sql`true` : Prisma.sql`(rank, post_id) < (${after.value}, ${after.id})`;
  return Prisma.sql`
    WITH ${matching(viewer, meaning)},
    best AS (
      SELECT * FROM matching WHERE (SELECT total FROM counted) <= ${MOST_HITS}
       ORDER BY titled DESC, created_at DESC, post_id DESC LIMIT ${MOST_RANKED}),
    ranked AS (
      SELECT best.post_id, ts_rank(t.words, ${meaning.own}::tsquery, 1)::float8 AS rank
        FROM best JOIN search_texts t ON t.id = best.text_id),
    page AS (
      SELECT post_id, rank FROM ranked WHERE ${beyond} ORDER BY rank DESC, post_id DESC LIMIT ${most})
    SELECT page.post_id, page.rank AS value, counted.total
      FROM counted LEFT JOIN page ON true ORDER BY page.rank DESC, page.post_id DESC`;
}

function newest(viewer: Viewer, meaning: Meaning, after: Cursor | null, most: number): Prisma.Sql {
  const beyond =
    after === null
      ? Prisma.sql`true`
      : Prisma.sql`(created_at, post_id) < (${after.value}, ${after.id})`;
  return Prisma.sql`
    WITH ${matching(viewer, meaning)},
    page AS (
      SELECT post_id, created_at FROM matching
       WHERE (SELECT total FROM counted) <= ${MOST_HITS} AND ${beyond}
       ORDER BY created_at DESC, post_id DESC LIMIT ${most})
    SELECT page.post_id, page.created_at AS value, counted.total
      FROM counted LEFT JOIN page ON true ORDER BY page.created_at DESC, page.post_id DESC`;
}

/** Where there are many, going back from the newest post meets enough of them soon. */
function newestOfMany(
  viewer: Viewer,
  meaning: Meaning,
  after: Cursor | null,
  most: number,
): Prisma.Sql {
  const beyond =
    after === null
      ? Prisma.sql`true`
      : Prisma.sql`(s.created_at, s.post_id) < (${after.value}, ${after.id})`;
  return Prisma.sql`
    SELECT s.post_id, s.created_at AS value, 0 AS total FROM search_posts s
     WHERE ${found(viewer, meaning)} AND ${beyond}
     ORDER BY s.created_at DESC, s.post_id DESC LIMIT ${most}`;
}
