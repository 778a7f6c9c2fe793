// The fan-out: run as a job, since a thread may have thousands of watchers. Run twice, or by two at
// once, it tells nobody twice: a person has one notice of an event (the unique key), whatever the reasons.
import { usernameKey } from "@/lib/accounts/username";
import type { Statements } from "@/lib/db/client";
import { mentionedNames } from "@/lib/notices/mentions";

/**
 * Tells of posts that everybody can see from now on: those whom they answer, quote or call by name, and
 * those who watch the thread. Nobody is told of their own post, by somebody they blocked, or in a thread
 * they muted. What is held is told of when it is approved; what is hidden otherwise is told of, and seen
 * by nobody who may not see the post.
 *
 * @returns how many notices were made, or got a reason more
 */
export async function tellOfPosts(tx: Statements, postIds: readonly number[]): Promise<number> {
  const rows = await tx.$queryRaw<{ id: number; htmlParts: string[] }[]>`
    SELECT p.id, r.html_parts AS "htmlParts"
      FROM posts p JOIN revisions r ON r.id = p.current_revision_id
     WHERE p.id = ANY(${[...postIds]}::int[])`;
  await watchOwn(tx, postIds);
  const named = rows.flatMap(({ id, htmlParts }) =>
    keysIn(htmlParts).map((key) => ({ postId: id, key })),
  );
  return tell(tx, { postIds, named, editId: null });
}

/**
 * Tells of an edit those whom the post calls by name or quotes since then; nobody else, since they were
 * told of the post. Whoever has a notice of the post already is not told again.
 *
 * @param revisionId of the edit; words that a later one took away again tell nobody
 */
export async function tellOfEdit(tx: Statements, revisionId: number): Promise<number> {
  const [row] = await tx.$queryRaw<EditRow[]>`
    SELECT edit.post_id AS "postId", edit.html_parts AS edited, before.html_parts AS before,
           current.html_parts AS current
      FROM revisions edit
      JOIN revisions before ON before.post_id = edit.post_id AND before.number = edit.number - 1
      JOIN posts p ON p.id = edit.post_id
      JOIN revisions current ON current.id = p.current_revision_id
     WHERE edit.id = ${revisionId}`;
  if (row === undefined) return 0;
  const { postId } = row;
  const before = new Set(keysIn(row.before));
  const current = new Set(keysIn(row.current));
  const named = keysIn(row.edited)
    .filter((key) => !before.has(key) && current.has(key))
    .map((key) => ({ postId, key }));
  return tell(tx, { postIds: [postId], named, editId: revisionId });
}

interface EditRow {
  postId: number;
  edited: string[];
  before: string[];
  current: string[];
}

/** What to tell of: posts, the names called in them, and of an edit its revision. */
interface News {
  postIds: readonly number[];
  named: readonly { postId: number; key: string }[];
  editId: number | null;
}

/** One statement, however many are told. */
function tell(tx: Statements, { postIds, named, editId }: News): Promise<number> {
  const namedIn = named.map(({ postId }) => postId);
  const keys = named.map(({ key }) => key);
  return tx.$executeRaw`
    INSERT INTO notices (user_id, kind, subject_id, post_id, reasons)
    SELECT told.user_id, 'post', p.id, p.id, array_agg(DISTINCT told.reason ORDER BY told.reason)
      FROM posts p
      JOIN threads t ON t.id = p.thread_id
      LEFT JOIN moderation_actions held ON held.kind = 'hold' AND held.id =
                coalesce(p.hide_action_id, CASE WHEN p.parent_id IS NULL THEN t.hide_action_id END)
      LEFT JOIN revisions edit ON edit.id = ${editId}::int
     CROSS JOIN LATERAL (
       SELECT parent.author_id AS user_id, 'reply'::notice_reason AS reason
         FROM posts parent WHERE parent.id = p.parent_id AND edit.id IS NULL
       UNION ALL
       SELECT w.user_id, 'watch' FROM thread_watches w
        WHERE w.thread_id = p.thread_id AND w.level = 'watch' AND w.created_at <= p.created_at
          AND edit.id IS NULL
       UNION ALL
       SELECT u.id, 'mention'
         FROM unnest(${namedIn}::int[], ${keys}::text[]) AS named(post_id, key)
         JOIN users u ON u.username_key = named.key
        WHERE named.post_id = p.id
       UNION ALL
       SELECT source.author_id, 'quote'
         FROM quotes q JOIN posts source ON source.id = q.source_post_id
        WHERE q.revision_id = p.current_revision_id AND q.container_id IS NULL
          AND (edit.id IS NULL OR EXISTS (
                SELECT FROM quotes added JOIN posts s ON s.id = added.source_post_id
                 WHERE added.revision_id = edit.id AND added.container_id IS NULL
                   AND s.author_id = source.author_id))
          AND (edit.id IS NULL OR NOT EXISTS (
                SELECT FROM revisions before
                  JOIN quotes known ON known.revision_id = before.id AND known.container_id IS NULL
                  JOIN posts s ON s.id = known.source_post_id
                 WHERE before.post_id = p.id AND before.number = edit.number - 1
                   AND s.author_id = source.author_id))
     ) AS told
     WHERE p.id = ANY(${[...postIds]}::int[]) AND p.deleted_at IS NULL AND held.id IS NULL
       AND told.user_id <> p.author_id
       AND NOT EXISTS (SELECT FROM blocks b
                        WHERE b.user_id = told.user_id AND b.blocked_id = p.author_id)
       AND NOT EXISTS (SELECT FROM thread_mutes m
                        WHERE m.user_id = told.user_id AND m.thread_id = p.thread_id)
     GROUP BY told.user_id, p.id
     ORDER BY told.user_id, p.id
    ON CONFLICT (user_id, kind, subject_id) DO UPDATE
       SET reasons = ARRAY(SELECT DISTINCT unnest(notices.reasons || excluded.reasons) ORDER BY 1)
     WHERE NOT notices.reasons @> excluded.reasons`;
}

/** Who wants to watch the threads that they open, or write in, does so from that post on. */
async function watchOwn(tx: Statements, postIds: readonly number[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO thread_watches (user_id, thread_id, level, created_at)
    SELECT DISTINCT ON (p.author_id, p.thread_id) p.author_id, p.thread_id, 'watch'::watch_level, p.created_at
      FROM posts p
      JOIN notice_settings s ON s.user_id = p.author_id
       AND CASE WHEN p.parent_id IS NULL THEN s.watch_opened ELSE s.watch_answered END
     WHERE p.id = ANY(${[...postIds]}::int[])
     ORDER BY p.author_id, p.thread_id, p.created_at
    ON CONFLICT DO NOTHING`;
}

function keysIn(htmlParts: readonly string[]): string[] {
  return [...new Set(mentionedNames(htmlParts).map(usernameKey))];
}
