import { db } from "@/lib/db/client";
import { POST_FACTS, postFacts, THREAD_FACTS, threadFacts } from "@/lib/policy/facts";
import { type Member, SIGNED_OUT, type Viewer } from "@/lib/policy/viewer";
import { listedThreads, postSight, readable, threadSight } from "@/lib/policy/visibility";
import { markdownOf } from "@/lib/quotes/body";
import { quotesOf, selectorsOf } from "@/lib/quotes/queries";
import type { QuoteView } from "@/lib/quotes/view";
import {
  type ExportedPost,
  type ExportedThread,
  exportedQuote,
  flatQuotes,
} from "@/lib/transfer/exported";
import { addOperatorParts } from "@/lib/transfer/operator-export.queries";
import { statedSourceId } from "@/lib/transfer/source-id";

/** For whom an export is: the operator, who reads everything, or anybody. */
export type Audience = "operator" | "public";

/** What an export is made for, and the id of this forum (lib/transfer/forum.commands.ts). */
export interface ExportOptions {
  audience: Audience;
  forum: string;
}

/** Whoever can run the script can read the database: an admin, but nobody in particular. */
const OPERATOR: Member = { signedIn: true, id: 0, username: "", admin: true, moderates: [] };

const VIEWERS: Record<Audience, Viewer> = { operator: OPERATOR, public: SIGNED_OUT };

/** How many ids are read at a time. */
const IDS_PER_PAGE = 500;

/**
 * All threads an audience may know of, oldest first, one in memory at a time. Debates and nothing
 * else: passwords, e-mail addresses, sessions and roles are no part of an export.
 */
export async function* exportThreads(options: ExportOptions): AsyncGenerator<ExportedThread> {
  for (let after = 0; ; ) {
    const rows = await db().thread.findMany({
      where: { AND: [listedThreads(VIEWERS[options.audience]), { id: { gt: after } }] },
      orderBy: { id: "asc" },
      take: IDS_PER_PAGE,
      select: { id: true },
    });
    for (const { id } of rows) {
      const thread = await exportThread(options, id);
      if (thread !== null) yield thread;
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}

/** One thread in a fixed number of queries; null where there is none, or none for this audience. */
export async function exportThread(
  { audience, forum }: ExportOptions,
  id: number,
): Promise<ExportedThread | null> {
  const viewer = VIEWERS[audience];
  const row = await readRows(id);
  if (row === null || !readable(threadSight(viewer, threadFacts(row)))) return null;
  const thread: ExportedThread = {
    id: String(row.id),
    sourceId: statedSourceId(forum, "thread", row),
    title: row.title,
    url: row.url,
    kind: row.kind,
    board: row.board,
    createdAt: row.createdAt.toISOString(),
    state: row.hideActionId !== null ? "hidden" : row.lockActionId !== null ? "locked" : "open",
    score: row.score,
    posts: withoutEmptyLeaves(await exportedPosts(viewer, audience, forum, row.posts)),
  };
  return audience === "operator" ? addOperatorParts(OPERATOR, thread) : thread;
}

async function exportedPosts(
  viewer: Viewer,
  audience: Audience,
  forum: string,
  rows: readonly PostRow[],
): Promise<ExportedPost[]> {
  const seen = (post: PostRow) => {
    return audience === "operator" || readable(postSight(viewer, postFacts(post)));
  };
  // An id of where it comes from might lead to the words there, so it goes with them.
  const sourceIds = new Map(
    rows.map((post) => {
      const stated = seen(post) ? post : { id: post.id, sourceId: null };
      return [post.id, statedSourceId(forum, "post", stated)];
    }),
  );
  const revisionIds = rows.filter(seen).flatMap(({ currentRevisionId }) => currentRevisionId ?? []);
  const quotes = await quotesOf(viewer, revisionIds);
  const shown = [...quotes.values()].flatMap(flatQuotes).filter(({ source }) => source !== null);
  const selectors = await selectorsOf(shown.map((quote) => quote.id));
  return rows.map((post) => {
    const own = quotes.get(post.currentRevisionId ?? 0) ?? [];
    const place = placeOf(viewer, post, sourceIds.get(post.id) ?? "");
    if (!seen(post)) return place;
    const exported = flatQuotes(own).map((quote) => {
      return exportedQuote(quote, selectors.get(quote.id), sourceIds);
    });
    return { ...place, ...wordsOf(post, own), quotes: exported };
  });
}

type ThreadRow = NonNullable<Awaited<ReturnType<typeof readRows>>>;
type PostRow = ThreadRow["posts"][number];

function readRows(id: number) {
  return db().thread.findUnique({
    where: { id },
    select: {
      ...THREAD_FACTS,
      sourceId: true,
      title: true,
      url: true,
      kind: true,
      createdAt: true,
      score: true,
      board: { select: { slug: true, name: true, description: true, position: true } },
      posts: {
        orderBy: { id: "asc" },
        select: {
          ...POST_FACTS,
          sourceId: true,
          createdAt: true,
          score: true,
          currentRevisionId: true,
          author: { select: { username: true } },
          currentRevision: { select: { markdownParts: true } },
        },
      },
    },
  });
}

/** A post's place in the tree: all that is left of one that the viewer may not read. */
function placeOf(viewer: Viewer, post: PostRow, sourceId: string): ExportedPost {
  const sight = postSight(viewer, postFacts(post));
  const isHidden = sight === "hidden" || post.hideActionId !== null;
  return {
    id: String(post.id),
    sourceId,
    parent: post.parentId === null ? null : String(post.parentId),
    author: null,
    createdAt: post.createdAt.toISOString(),
    state: isHidden ? "hidden" : post.deletedAt !== null ? "deleted" : "open",
    score: 0,
    body: null,
    quotes: [],
  };
}

function wordsOf(post: PostRow, quotes: readonly QuoteView[]) {
  const markdownParts = post.currentRevision?.markdownParts ?? [];
  return {
    author: post.author.username,
    score: post.score,
    body: markdownOf({ markdownParts, quotes: [...quotes] }),
  };
}

/** Without places that nothing stands under. Replies come after what they answer. */
function withoutEmptyLeaves(posts: readonly ExportedPost[]): ExportedPost[] {
  const needed = new Set<string>();
  return posts
    .toReversed()
    .filter(({ id, parent, body }) => {
      const stays = body !== null || parent === null || needed.has(id);
      if (stays && parent !== null) needed.add(parent);
      return stays;
    })
    .toReversed();
}
