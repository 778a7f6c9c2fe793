import { Prisma } from "@/lib/db/generated/client";
import { rowsOf } from "@/lib/db/rows";
import type { ThreadFactsRow } from "@/lib/policy/facts";
import type { StatedReason } from "@/lib/posts/view";
import type { ThreadKind } from "@/lib/threads/view";

/** A thread without its posts, as it is stored, whoever may see it. */
export interface ThreadRow extends ThreadFactsRow {
  id: number;
  kind: ThreadKind;
  title: string;
  url: string | null;
  createdAt: Date;
  replyCount: number;
  quoteCount: number;
  board: { slug: string; name: string };
  hidden: StatedReason | null;
  locked: StatedReason | null;
  pinned: boolean;
  slowMinutes: number | null;
  mergedIntoId: number | null;
}

type Read = Omit<ThreadRow, "board" | "hidden" | "locked"> & {
  slug: string;
  name: string;
  hiddenAt: Date | null;
  hideReason: string;
  held: boolean;
  lockedAt: Date | null;
  lockReason: string;
};

/**
 * Reads a thread in one statement, as its page does whenever something changed.
 *
 * @returns null if there is no such thread
 */
export async function threadRow(id: number): Promise<ThreadRow | null> {
  const [read] = await rowsOf<Read>(Prisma.sql`
    SELECT t.id, t.author_id AS "authorId", t.board_id AS "boardId",
           t.hide_action_id AS "hideActionId", t.lock_action_id AS "lockActionId",
           t.kind, t.title, t.url, t.created_at AS "createdAt",
           t.reply_count AS "replyCount", t.quote_count AS "quoteCount", b.slug, b.name,
           h.created_at AS "hiddenAt", h.reason AS "hideReason",
           h.kind IS NOT DISTINCT FROM 'hold' AS held,
           l.created_at AS "lockedAt", l.reason AS "lockReason",
           t.pin_action_id IS NOT NULL AS pinned, t.slow_minutes AS "slowMinutes",
           t.merged_into_id AS "mergedIntoId"
      FROM threads t
      JOIN boards b ON b.id = t.board_id
      LEFT JOIN moderation_actions h ON h.id = t.hide_action_id
      LEFT JOIN moderation_actions l ON l.id = t.lock_action_id
     WHERE t.id = ${id}`);
  if (read === undefined) return null;
  const { slug, name, hiddenAt, hideReason, held, lockedAt, lockReason, ...row } = read;
  return {
    ...row,
    board: { slug, name },
    hidden: hiddenAt && { at: hiddenAt, reason: hideReason, held },
    locked: lockedAt && { at: lockedAt, reason: lockReason },
  };
}
