import { isBlocked } from "@/lib/policy/standing";
import type { Viewer } from "@/lib/policy/viewer";
import {
  type PostFacts,
  postSight,
  readable,
  type ThreadFacts,
  threadSight,
} from "@/lib/policy/visibility";

/** How something stood before it changed. */
export type Before = "open" | "hidden" | "deleted" | "absent";

/** What changed on the page of a thread, with what the rule of visibility needs to know of it now. */
export interface Change {
  threadId: number;
  /** Null where it is the thread itself. */
  postId: number | null;
  kind: "post" | "quote" | "redacted" | "thread";
  before: Before;
  /** Null for the thread itself, and for a post that is no more in this thread. */
  post: Omit<PostFacts, "thread"> | null;
  thread: ThreadFacts & { merged: boolean };
}

/** What the open page of a thread is told: ids of posts, and never a word of them. */
export interface Tidings {
  /** Posts that came: written, shown again or moved here. */
  fresh: number[];
  /** Posts that look different and are to be asked for anew. */
  changed: number[];
  /** Posts whose words this reader may read no longer. */
  gone: number[];
  /** Posts that quote something this reader may perhaps read no longer. */
  redacted: number[];
  /** The thread itself: other than before, or gone with all that is in it. */
  thread?: "changed" | "gone";
}

/**
 * What one viewer is told of changes in one thread: nothing of what they could see neither before nor
 * now. Null if that leaves nothing.
 *
 * @param changes of one thread, in the order in which they were written
 */
export function tidingsFor(viewer: Viewer, changes: readonly Change[]): Tidings | null {
  const { thread } = changes[0] ?? {};
  if (thread === undefined) return null;
  const told: Tidings = { fresh: [], changed: [], gone: [], redacted: [] };
  const itself = changes.find(({ postId }) => postId === null);
  const readsThread = readable(threadSight(viewer, thread)) && !thread.merged;
  if (itself !== undefined) {
    const read = itself.before === "open" || (itself.before === "hidden" && readsThread);
    if (readsThread) told.thread = "changed";
    else if (read) told.thread = "gone";
  }
  if (!readsThread) return told.thread === undefined ? null : told;
  for (const [postId, ofPost] of byPost(changes)) {
    const fate = fateOf(viewer, ofPost);
    if (fate !== null) told[fate].push(postId);
  }
  const { fresh, changed, gone, redacted } = told;
  const some = [fresh, changed, gone, redacted].some((ids) => ids.length > 0);
  return some || told.thread !== undefined ? told : null;
}

function byPost(changes: readonly Change[]): Map<number, Change[]> {
  const posts = new Map<number, Change[]>();
  for (const change of changes) {
    if (change.postId === null) continue;
    const known = posts.get(change.postId);
    if (known === undefined) posts.set(change.postId, [change]);
    else known.push(change);
  }
  return posts;
}

/** @param changes of one post: how it stood before is what the first of them says */
function fateOf(
  viewer: Viewer,
  changes: readonly Change[],
): Exclude<keyof Tidings, "thread"> | null {
  const [first] = changes;
  const last = changes.at(-1);
  if (first === undefined || last === undefined) return null;
  const reads =
    last.post !== null && readable(postSight(viewer, { ...last.post, thread: last.thread }));
  if (!wasReadable(viewer, first, last)) {
    if (!reads || last.post === null) return null;
    // Their own, and what they want folded, is no news; a page that shows it shows it as it is now.
    const own = viewer.signedIn && viewer.id === last.post.authorId;
    return own || isBlocked(viewer, last.post.authorId) ? "changed" : "fresh";
  }
  if (!reads) return "gone";
  return changes.some(({ kind }) => kind === "redacted") ? "redacted" : "changed";
}

function wasReadable(viewer: Viewer, { before }: Change, { post, thread }: Change): boolean {
  if (before === "open") return true;
  // Of one that went elsewhere the author is not known here: what was not open was not for everybody.
  if (before !== "hidden" || post === null) return false;
  return readable(postSight(viewer, { ...post, hidden: true, deleted: false, thread }));
}
