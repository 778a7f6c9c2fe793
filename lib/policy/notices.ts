import { ALLOWED, type Decision, refused } from "@/lib/policy/decision";
import type { Member, Viewer } from "@/lib/policy/viewer";
import { listedPosts } from "@/lib/policy/visibility";

/** How much one is told of a thread is one's own affair: everybody who is signed in may say so. */
export function mayWatch(viewer: Viewer): Decision {
  return viewer.signedIn ? ALLOWED : refused("Please sign in first.");
}

/**
 * The notices that a person is shown, as a condition for the database, shaped as Prisma's
 * `NoticeWhereInput`: their own, and of posts only while they may read the post, have not blocked its
 * author and not muted its thread. It is asked each time, so what is hidden after a notice was made is
 * neither listed nor counted, and comes back when it is shown again.
 */
export function listedNotices(viewer: Member) {
  const post = {
    AND: [
      listedPosts(viewer),
      { authorId: { notIn: [...(viewer.blocks ?? [])] } },
      { thread: { mutes: { none: { userId: viewer.id } } } },
    ],
  };
  // Of words that were edited, as long as a quote of the viewer's waits for a word of theirs.
  const waiting = {
    changedFor: viewer.id,
    settledAt: null,
    revision: { currentOf: { isNot: null } },
  };
  return {
    userId: viewer.id,
    OR: [
      { kind: { in: ["statement", "report", "appeal"] as ("statement" | "report" | "appeal")[] } },
      { kind: "post" as const, post },
      { kind: "changed" as const, post: { AND: [post, { quotedBy: { some: waiting } }] } },
    ],
  };
}
