import { cache } from "react";
import { z } from "zod";
import { pool } from "@/lib/db/pool";
import { COUNTED_NOTICES } from "@/lib/notices/counted";
import type { Viewer } from "@/lib/policy/viewer";

const countedRow = z.object({ unread: z.number() });

/**
 * How many notices the viewer has not read; at most COUNTED_NOTICES + 1. Quotes whose source was edited
 * are not among them: the header counts those by themselves until something was said to them.
 *
 * In plain SQL and planned once, since every page of who is signed in asks it: lib/policy/notices.ts
 * `listedNotices` is the rule, and tests hold this to it (scripts/test/notices.ts).
 */
export async function countUnreadNotices(viewer: Viewer): Promise<number> {
  if (!viewer.signedIn) return 0;
  const { rows } = await pool().query({
    name: "unread-notices",
    text: `SELECT count(*)::int AS unread FROM (
             SELECT FROM notices n
              WHERE n.user_id = $1 AND n.read_at IS NULL AND n.kind <> 'changed'
                AND (n.kind <> 'post' OR EXISTS (
                  SELECT FROM posts p JOIN threads t ON t.id = p.thread_id
                   WHERE p.id = n.post_id AND p.deleted_at IS NULL AND t.merged_into_id IS NULL
                     AND ($2 OR t.board_id = ANY($3::int[])
                          OR (t.hide_action_id IS NULL OR t.author_id = $1)
                         AND (p.hide_action_id IS NULL OR p.author_id = $1))
                     AND p.author_id <> ALL($4::int[])
                     AND NOT EXISTS (SELECT FROM thread_mutes m
                                      WHERE m.user_id = $1 AND m.thread_id = t.id)))
              LIMIT ${COUNTED_NOTICES + 1}) AS counted`,
    values: [viewer.id, viewer.admin, [...viewer.moderates], [...(viewer.blocks ?? [])]],
  });
  return countedRow.parse(rows[0]).unread;
}

/** The same, asked once for a request however many ask. */
export const unreadNotices = cache(countUnreadNotices);
