import { Prisma } from "@/lib/db/generated/client";
import { rowsOf } from "@/lib/db/rows";
import type { Viewer } from "@/lib/policy/viewer";
import { readable, threadSight } from "@/lib/policy/visibility";
import type { RelatedReason } from "@/lib/related/reason";

/** A thread that is named under another one. */
export interface RelatedThread {
  id: number;
  title: string;
  board: { slug: string; name: string };
  createdAt: Date;
  reason: RelatedReason;
}

interface RelatedRow {
  id: number;
  title: string;
  created_at: Date;
  author_id: number;
  board_id: number;
  hidden: boolean;
  slug: string;
  name: string;
  reason: RelatedReason;
  muted: boolean;
}

/**
 * The threads related to one, as far as the viewer finds them in lists, in one query. What is shown of
 * each changes the version of the page (page_versions).
 */
export async function relatedThreads(viewer: Viewer, threadId: number): Promise<RelatedThread[]> {
  const viewerId = viewer.signedIn ? viewer.id : 0;
  const rows = await rowsOf<RelatedRow>(Prisma.sql`
    SELECT t.id, t.title, t.created_at, t.author_id, t.board_id, t.hide_action_id IS NOT NULL AS hidden,
           b.slug, b.name, r.reason,
           EXISTS (SELECT FROM thread_mutes m WHERE m.thread_id = t.id AND m.user_id = ${viewerId}) AS muted
      FROM related_threads r
      JOIN threads t ON t.id = r.related_id AND t.merged_into_id IS NULL
      JOIN boards b ON b.id = t.board_id
     WHERE r.thread_id = ${threadId}
     ORDER BY r.weight DESC, t.id DESC`);
  return rows
    .filter((row) => readable(threadSight(viewer, factsOf(row))) && !row.muted)
    .map(({ id, title, created_at, reason, slug, name }) => {
      return { id, title, board: { slug, name }, createdAt: created_at, reason };
    });
}

function factsOf({ author_id, board_id, hidden }: RelatedRow) {
  return { authorId: author_id, boardId: board_id, hidden };
}
