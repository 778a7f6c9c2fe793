import { ALLOWED, allowIf, type Decision, refused } from "@/lib/policy/decision";
import { mayWrite } from "@/lib/policy/standing";
import type { Viewer } from "@/lib/policy/viewer";
import {
  moderatesBoard,
  type PostFacts,
  postSight,
  readable,
  type ThreadFacts,
  threadSight,
} from "@/lib/policy/visibility";

/** Who may do what in a debate. Screens and commands ask the same functions. */

/** A thread with what decides whether it goes on. */
export interface DebateFacts extends ThreadFacts {
  locked: boolean;
}

const GONE = "That post is not here any more.";
const LOCKED = "This thread is locked: it can be read, but nothing can be added.";

export function mayOpenThread(viewer: Viewer): Decision {
  return mayWrite(viewer);
}

function mayWriteIn(viewer: Viewer, thread: DebateFacts): Decision {
  const decision = mayWrite(viewer);
  if (!decision.allowed) return decision;
  if (!readable(threadSight(viewer, thread))) return refused(GONE);
  return allowIf(!thread.locked || moderatesBoard(viewer, thread.boardId), LOCKED);
}

export function mayReply(viewer: Viewer, parent: PostFacts, thread: DebateFacts): Decision {
  const decision = mayWriteIn(viewer, thread);
  if (!decision.allowed) return decision;
  if (thread.hidden || parent.hidden) return refused("What is hidden can't be answered.");
  return allowIf(readable(postSight(viewer, parent)), GONE);
}

/** How fast a thread goes: slow mode, and when somebody last wrote in it. */
export interface Pace {
  /** Minutes between two posts of one person; null where it is not slowed down. */
  slowMinutes: number | null;
  lastOwnAt: Date | null;
}

/** Whether enough time has passed in a thread that is slowed down. Moderators are not slowed. */
export function mayReplyYet(
  viewer: Viewer,
  thread: ThreadFacts,
  { slowMinutes, lastOwnAt }: Pace,
  now: Date,
): Decision {
  if (slowMinutes === null || lastOwnAt === null) return ALLOWED;
  if (moderatesBoard(viewer, thread.boardId)) return ALLOWED;
  const left = lastOwnAt.getTime() + slowMinutes * 60_000 - now.getTime();
  const minutes = Math.ceil(left / 60_000);
  return allowIf(
    left <= 0,
    `This thread is slowed down: you can write in it again in ${minutes === 1 ? "a minute" : `${minutes} minutes`}. Your text stays here.`,
  );
}

export function mayEdit(viewer: Viewer, post: PostFacts, thread: DebateFacts): Decision {
  const decision = mayWriteIn(viewer, thread);
  if (!decision.allowed) return decision;
  if (post.deleted) return refused(GONE);
  if (!isOwn(viewer, post)) return refused("Only its author may edit a post.");
  // What is hidden must come back as it was.
  return allowIf(!post.hidden && !thread.hidden, "What is hidden can't be edited.");
}

/** Deleting is possible for the author in a locked thread too: the words are theirs. */
export function mayDelete(viewer: Viewer, post: PostFacts): Decision {
  const decision = mayWrite(viewer);
  if (!decision.allowed) return decision;
  if (!readable(postSight(viewer, post))) return refused(GONE);
  return allowIf(isOwn(viewer, post), "Only its author may delete a post.");
}

export function mayVote(viewer: Viewer, post: PostFacts): Decision {
  const decision = mayWrite(viewer, "Sign in to vote.");
  if (!decision.allowed) return decision;
  if (!readable(postSight(viewer, post))) return refused(GONE);
  if (post.hidden || post.thread.hidden) return refused("What is hidden can't be voted on.");
  return allowIf(!isOwn(viewer, post), "Your own posts can't have your vote.");
}

/** Hide, unhide, lock and unlock. */
export function mayModerate(viewer: Viewer, thread: ThreadFacts): Decision {
  const decision = mayWrite(viewer);
  if (!decision.allowed) return decision;
  return allowIf(
    moderatesBoard(viewer, thread.boardId),
    "Only a moderator of this board may do that.",
  );
}

function isOwn(viewer: Viewer, post: PostFacts): boolean {
  return viewer.signedIn && viewer.id === post.authorId;
}
