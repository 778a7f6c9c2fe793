import { Prisma } from "@/lib/db/generated/client";
import type { Member, Viewer } from "@/lib/policy/viewer";

/**
 * The rule of visibility (lib/policy/visibility.ts) as conditions of a search, so that what a viewer may
 * not see is neither found nor counted. sight.db.test.ts holds them to the rule.
 */

/** That everybody may see a post is kept beside its words; of others the rule itself is asked. */
export function visiblePosts(viewer: Viewer): Prisma.Sql {
  if (!viewer.signedIn) return Prisma.sql`s.open`;
  return Prisma.sql`(s.open OR EXISTS (
    SELECT FROM posts p JOIN threads t ON t.id = p.thread_id
     WHERE p.id = s.post_id AND p.deleted_at IS NULL AND t.merged_into_id IS NULL
       AND ${notHiddenFrom(viewer, "p", "t")}))`;
}

/**
 * That the viewer reads the words of a quote `q`: none of the quotes around it is redacted, nor itself.
 * Not that its source's name may be known: `sourceNamed`.
 */
export function visibleQuotes(viewer: Viewer): Prisma.Sql {
  return Prisma.sql`${notRedacted(viewer, "q")} AND (q.container_id IS NULL OR NOT EXISTS (
    WITH RECURSIVE around AS (
      SELECT o.* FROM quotes o WHERE o.id = q.container_id
      UNION ALL
      SELECT o.* FROM quotes o JOIN around ON o.id = around.container_id)
    SELECT FROM around WHERE NOT (${notRedacted(viewer, "around")})))`;
}

/** That a quote `q` has a source that is not deleted: whose it is, and how they agree, may be known. */
export function sourceNamed(condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT FROM posts named WHERE named.id = q.source_post_id AND named.deleted_at IS NULL AND ${condition})`;
}

function notRedacted(viewer: Viewer, quote: "q" | "around"): Prisma.Sql {
  const [candidates, source] = [
    Prisma.raw(`${quote}.candidate_post_ids`),
    Prisma.raw(`${quote}.source_post_id`),
  ];
  return Prisma.sql`(CASE
    WHEN ${source} IS NULL AND ${candidates} = '{}' THEN true
    WHEN ${source} IS NULL THEN EXISTS (
      SELECT FROM posts c JOIN threads ct ON ct.id = c.thread_id
       WHERE c.id = ANY(${candidates}) AND ${notHiddenFrom(viewer, "c", "ct")})
    ELSE EXISTS (
      SELECT FROM posts sp JOIN threads st ON st.id = sp.thread_id
       WHERE sp.id = ${source} AND ${notHiddenFrom(viewer, "sp", "st")}) END)`;
}

function notHiddenFrom(viewer: Viewer, postName: string, threadName: string): Prisma.Sql {
  const [post, thread] = [Prisma.raw(postName), Prisma.raw(threadName)];
  if (!viewer.signedIn) {
    return Prisma.sql`${post}.hide_action_id IS NULL AND ${thread}.hide_action_id IS NULL`;
  }
  if (viewer.admin) return Prisma.sql`true`;
  const moderated = moderatedBy(viewer, thread);
  return Prisma.sql`
    (${thread}.hide_action_id IS NULL OR ${thread}.author_id = ${viewer.id} OR ${moderated})
    AND (${post}.hide_action_id IS NULL OR ${post}.author_id = ${viewer.id} OR ${moderated})`;
}

function moderatedBy(viewer: Member, thread: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`${thread}.board_id = ANY(${[...viewer.moderates]}::int[])`;
}
