import { Prisma } from "@/lib/db/generated/client";
import type { Viewer } from "@/lib/policy/viewer";
import type { Meaning } from "@/lib/search/meaning.queries";
import type { SearchedStatus } from "@/lib/search/query";
import { sourceNamed, visiblePosts, visibleQuotes } from "@/lib/search/sight.queries";

/** Which rows of search_posts (`s`) a search finds for a viewer, by the rule of visibility. */
export function found(viewer: Viewer, meaning: Meaning): Prisma.Sql {
  const { query, own } = meaning;
  const conditions = [
    own === ""
      ? null
      : query.inTitle
        ? Prisma.sql`s.title @@ ${own}::tsquery`
        : Prisma.sql`text_words(s.text_id) @@ ${own}::tsquery`,
    any(Prisma.sql`s.board_id`, query.boards, meaning.boardIds),
    any(Prisma.sql`s.author_id`, query.authors, meaning.authorIds),
    query.after && Prisma.sql`s.created_at >= ${query.after}`,
    query.before && Prisma.sql`s.created_at < ${query.before}`,
    ofKinds(meaning),
    query.unanswered ? UNANSWERED : null,
    quoting(viewer, meaning),
    visiblePosts(viewer),
  ];
  return Prisma.join(
    conditions.filter((each) => each !== null),
    " AND ",
  );
}

function any(column: Prisma.Sql, named: readonly string[], ids: readonly number[]) {
  return named.length === 0 ? null : Prisma.sql`${column} = ANY(${[...ids]}::int[])`;
}

function ofKinds({ query: { kinds } }: Meaning): Prisma.Sql | null {
  const threads = kinds.filter((kind) => kind !== "thread" && kind !== "reply");
  const conditions = [
    ...(kinds.includes("thread") ? [Prisma.sql`s.opening`] : []),
    ...(kinds.includes("reply") ? [Prisma.sql`NOT s.opening`] : []),
    ...(threads.length === 0
      ? []
      : [
          Prisma.sql`EXISTS (SELECT FROM threads k
            WHERE k.id = s.thread_id AND k.kind::text = ANY(${threads}::text[]))`,
        ]),
  ];
  return conditions.length === 0 ? null : Prisma.sql`(${Prisma.join(conditions, " OR ")})`;
}

/** A hidden answer is none, whoever asks: whether there is one must not be found out. */
const UNANSWERED = Prisma.sql`NOT EXISTS (
  SELECT FROM posts a WHERE a.parent_id = s.post_id AND a.hide_action_id IS NULL AND a.deleted_at IS NULL)`;

/** All that is said of quotes is said of one quote, in the text as it is now. */
function quoting(viewer: Viewer, meaning: Meaning): Prisma.Sql | null {
  const { query, quoted } = meaning;
  const conditions = [
    ...(quoted === "" ? [] : [Prisma.sql`to_tsvector('forum', q.exact) @@ ${quoted}::tsquery`]),
    ...(query.quotes.length === 0
      ? []
      : [sourceNamed(Prisma.sql`named.author_id = ANY(${meaning.quotedIds}::int[])`)]),
    ...(query.statuses.length === 0
      ? []
      : [Prisma.sql`(${Prisma.join(query.statuses.map(ofStatus), " OR ")})`]),
  ];
  if (conditions.length === 0) return null;
  return Prisma.sql`s.post_id IN (
    SELECT q.post_id FROM quotes q
      JOIN posts quoter ON quoter.id = q.post_id AND quoter.current_revision_id = q.revision_id
     WHERE ${Prisma.join(conditions, " AND ")} AND ${visibleQuotes(viewer)})`;
}

/** As readers are told of it: of an edited or deleted source that, and nothing else. */
function ofStatus(status: SearchedStatus): Prisma.Sql {
  if (status === "deleted") {
    return Prisma.sql`EXISTS (
      SELECT FROM posts gone WHERE gone.id = q.source_post_id AND gone.deleted_at IS NOT NULL)`;
  }
  const current = Prisma.sql`named.current_revision_id = q.source_revision_id`;
  if (status === "edited") return sourceNamed(Prisma.sql`NOT ${current}`);
  const standing = Prisma.sql`(q.source_post_id IS NULL OR ${sourceNamed(current)})`;
  return Prisma.sql`(q.status::text = ${status} AND ${standing})`;
}
