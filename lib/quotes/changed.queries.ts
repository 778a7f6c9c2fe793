import { db } from "@/lib/db/client";
import { pool } from "@/lib/db/pool";
import { mayEdit } from "@/lib/policy/debate";
import { POST_FACTS, type PostFactsRow, postFacts, threadFacts } from "@/lib/policy/facts";
import type { Member, Viewer } from "@/lib/policy/viewer";
import { listedPosts } from "@/lib/policy/visibility";
import { COUNTED_QUOTES } from "@/lib/quotes/counted";
import { quotesOf } from "@/lib/quotes/queries";
import type { QuoteView } from "@/lib/quotes/view";

/** The viewer's own quotes whose words were edited away in their source, and who has not said what to do. */
function toSettle(viewer: Member) {
  return {
    // By an index of what waits for one person, however many quotes there are.
    changedFor: viewer.id,
    settledAt: null,
    revision: { currentOf: { isNot: null } },
    post: { authorId: viewer.id, ...listedPosts(viewer) },
    // What may not be read is not spoken of.
    sourcePost: listedPosts(viewer),
  };
}

/** How many of the viewer's quotes wait for a word of theirs; at most COUNTED_QUOTES + 1. */
export async function countChangedQuotes(viewer: Viewer): Promise<number> {
  if (!viewer.signedIn || !(await anyChangedFor(viewer.id))) return 0;
  return db().quote.count({ where: toSettle(viewer), take: COUNTED_QUOTES + 1 });
}

/** Most people have none, which every page of theirs asks: in plain SQL, planned once. */
async function anyChangedFor(userId: number): Promise<boolean> {
  const { rowCount } = await pool().query({
    name: "any-changed-quote",
    text: "SELECT FROM quotes WHERE changed_for = $1 AND settled_at IS NULL LIMIT 1",
    values: [userId],
  });
  return rowCount !== 0;
}

export interface ChangedQuote {
  quote: QuoteView;
  /** Whether something is left to quote, and the post may be edited. */
  mayRequote: boolean;
  changedAt: Date;
  postId: number;
  threadId: number;
  title: string;
}

/** Whether the viewer may change what the post says. */
export function mayEditPost(viewer: Viewer, post: PostFactsRow): boolean {
  return mayEdit(viewer, postFacts(post), threadFacts(post.thread)).allowed;
}

/** How many a page of them shows; the next ones come when these are settled. */
export const QUOTES_PER_PAGE = 30;

/** Those quotes, the last changed first, as many as a page shows; in a fixed number of queries. */
export async function listChangedQuotes(viewer: Member): Promise<ChangedQuote[]> {
  const rows = await db().quote.findMany({
    where: toSettle(viewer),
    orderBy: [{ changedAt: "desc" }, { id: "desc" }],
    take: QUOTES_PER_PAGE,
    select: {
      id: true,
      revisionId: true,
      changedAt: true,
      post: {
        select: {
          ...POST_FACTS,
          thread: { select: { ...POST_FACTS.thread.select, title: true } },
        },
      },
    },
  });
  const quotes = await quotesOf(
    viewer,
    rows.map(({ revisionId }) => revisionId),
  );
  const byId = new Map([...quotes.values()].flat().flatMap(withInside));
  return rows.flatMap(({ id, changedAt, post }) => {
    const quote = byId.get(id);
    if (quote === undefined || changedAt === null) return [];
    const { threadId, thread } = post;
    const mayRequote = quote.difference !== null && mayEditPost(viewer, post);
    return [{ quote, mayRequote, changedAt, postId: post.id, threadId, title: thread.title }];
  });
}

function withInside(quote: QuoteView): (readonly [number, QuoteView])[] {
  return [[quote.id, quote], ...quote.quotes.flatMap(withInside)];
}
