import { allowIf, type Decision, refused } from "@/lib/policy/decision";
import { mayWrite } from "@/lib/policy/standing";
import type { Viewer } from "@/lib/policy/viewer";
import { moderatesBoard, type PostFacts, postSight, readable } from "@/lib/policy/visibility";

/**
 * Who may report, and who may see and decide reports and appeals. Nobody judges their own cause, and
 * who is suspended judges nobody's.
 */

/** Everybody, with an account or without, may report what they may read. */
export function mayReport(viewer: Viewer, post: PostFacts): Decision {
  if (!readable(postSight(viewer, post))) return refused("That post is not here any more.");
  const own = viewer.signedIn && viewer.id === post.authorId;
  return allowIf(!own, "This post is your own: you can edit or delete it.");
}

/** What is said of whom, as far as it decides who may judge it. */
export interface CaseFacts {
  /** Who wrote the reported post. */
  authorId: number;
  boardId: number;
}

/**
 * Seeing the case of a reported post, taking it, noting and deciding: for moderators of the board,
 * but never for who wrote the post, who learns neither of the case nor who reported.
 */
export function mayJudge(viewer: Viewer, { authorId, boardId }: CaseFacts): Decision {
  const decision = mayWrite(viewer);
  if (!viewer.signedIn || !decision.allowed) return decision;
  if (viewer.id === authorId) return refused("A report about your own post is decided by others.");
  return allowIf(moderatesBoard(viewer, boardId), "Only a moderator of this board may do that.");
}

/** The same as a condition for the database: posts whose cases are the viewer's to judge. `PostWhereInput`. */
export function judgedPosts(viewer: Viewer) {
  if (!viewer.signedIn || !hasQueue(viewer)) return { id: { in: [] } };
  const others = { authorId: { not: viewer.id } };
  if (viewer.admin) return others;
  return { ...others, thread: { boardId: { in: [...viewer.moderates] } } };
}

/** Whether somebody has a queue at all. */
export function hasQueue(viewer: Viewer): boolean {
  if (!viewer.signedIn || !mayWrite(viewer).allowed) return false;
  return viewer.admin || viewer.moderates.length > 0;
}

/** What an appeal is against, as far as it decides who may judge it. */
export interface AppealFacts {
  appellantId: number;
  /** Who took the action, or dismissed the report; null for an automatic rule. */
  actedById: number | null;
  /** Whom it concerns: who wrote the post, or the person acted on. */
  concernsId: number;
  /** Null where the action is on a person: that is for admins. */
  boardId: number | null;
}

/** Reading an appeal in order to decide it, and deciding it: for another than who acted. */
export function mayDecideAppeal(viewer: Viewer, appeal: AppealFacts): Decision {
  const decision = mayWrite(viewer);
  if (!viewer.signedIn || !decision.allowed) return decision;
  if (!moderatesFor(viewer, appeal.boardId)) {
    return refused("Only a moderator of this board may do that.");
  }
  const party = viewer.id === appeal.appellantId || viewer.id === appeal.concernsId;
  if (party) return refused("This concerns you: it is decided by others.");
  return allowIf(
    viewer.id !== appeal.actedById,
    "The decision was yours: an appeal against it is decided by somebody else.",
  );
}

/** Reading an appeal: for the appellant, and for who may decide it. */
export function mayReadAppeal(viewer: Viewer, appeal: AppealFacts): Decision {
  if (viewer.signedIn && viewer.id === appeal.appellantId) return { allowed: true };
  return mayDecideAppeal(viewer, appeal);
}

function moderatesFor(viewer: Viewer, boardId: number | null): boolean {
  if (boardId === null) return viewer.signedIn && viewer.admin;
  return moderatesBoard(viewer, boardId);
}
