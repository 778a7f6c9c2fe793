import type { Viewer } from "@/lib/policy/viewer";

/**
 * The rule of visibility: what a viewer may see of a thread, a post and a quote. Every reader goes
 * through these functions, or through the conditions for the database made from them below.
 */

/** What the rule needs to know of a thread. */
export interface ThreadFacts {
  authorId: number;
  boardId: number;
  hidden: boolean;
}

/** What the rule needs to know of a post. */
export interface PostFacts {
  authorId: number;
  hidden: boolean;
  deleted: boolean;
  thread: ThreadFacts;
}

/**
 * `open`: everybody sees it. `marked`: hidden, but this viewer sees it, marked, with the reason.
 * `hidden`: gone for this viewer. `deleted`: its author deleted it, so nobody reads it.
 */
export type Sight = "open" | "marked" | "hidden" | "deleted";

/**
 * `words`: quoted as they are. `marked`: the source is hidden, but this viewer sees it.
 * `nameless`: the words stay, the name goes. `redacted`: neither.
 */
export type QuoteSight = "words" | "marked" | "nameless" | "redacted";

export function moderatesBoard(viewer: Viewer, boardId: number): boolean {
  return viewer.signedIn && (viewer.admin || viewer.moderates.includes(boardId));
}

function isAuthor(viewer: Viewer, thing: { authorId: number }): boolean {
  return viewer.signedIn && viewer.id === thing.authorId;
}

export function threadSight(viewer: Viewer, thread: ThreadFacts): Sight {
  if (!thread.hidden) return "open";
  const seesHidden = isAuthor(viewer, thread) || moderatesBoard(viewer, thread.boardId);
  return seesHidden ? "marked" : "hidden";
}

export function postSight(viewer: Viewer, post: PostFacts): Sight {
  const inThread = threadSight(viewer, post.thread);
  if (inThread === "hidden") return "hidden";
  // A hidden post stays hidden when its author deletes it: deletion must not lift a redaction.
  if (post.hidden) {
    const seesHidden = isAuthor(viewer, post) || moderatesBoard(viewer, post.thread.boardId);
    if (!seesHidden) return "hidden";
    return post.deleted ? "deleted" : "marked";
  }
  return post.deleted ? "deleted" : inThread;
}

/** Whether the viewer reads the words of a post. */
export function readable(sight: Sight): boolean {
  return sight === "open" || sight === "marked";
}

/**
 * What the viewer sees of a quote in a post that the viewer may read.
 *
 * @param source the quoted post, or null where no source is known
 */
export function quoteSight(viewer: Viewer, source: PostFacts | null): QuoteSight {
  return source === null ? "words" : QUOTE_SIGHTS[postSight(viewer, source)];
}

const QUOTE_SIGHTS: Record<Sight, QuoteSight> = {
  open: "words",
  marked: "marked",
  hidden: "redacted",
  deleted: "nameless",
};

/**
 * The same for a quote whose words stand in several posts: it is redacted once the viewer may read
 * none of them.
 */
export function ambiguousQuoteSight(viewer: Viewer, candidates: readonly PostFacts[]): QuoteSight {
  const hidden = (post: PostFacts) => quoteSight(viewer, post) === "redacted";
  return candidates.length > 0 && candidates.every(hidden) ? "redacted" : "words";
}

/**
 * The same rule for threads as a condition for the database: those the viewer finds in lists.
 * Shaped as Prisma's `ThreadWhereInput`.
 */
export function listedThreads(viewer: Viewer) {
  // Of one that was merged into another, nothing is left but its address.
  const mergedIntoId = null;
  if (!viewer.signedIn) return { mergedIntoId, hideActionId: null };
  if (viewer.admin) return { mergedIntoId };
  return {
    mergedIntoId,
    OR: [
      { hideActionId: null },
      { authorId: viewer.id },
      { boardId: { in: [...viewer.moderates] } },
    ],
  };
}

/** The same for posts in lists, such as a person's page: readable ones only. `PostWhereInput`. */
export function listedPosts(viewer: Viewer) {
  const thread = listedThreads(viewer);
  if (!viewer.signedIn) return { deletedAt: null, hideActionId: null, thread };
  if (viewer.admin) return { deletedAt: null, thread };
  return {
    deletedAt: null,
    thread,
    OR: [
      { hideActionId: null },
      { authorId: viewer.id },
      { thread: { boardId: { in: [...viewer.moderates] } } },
    ],
  };
}
