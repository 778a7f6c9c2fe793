import { isAppealable } from "@/lib/appeals/appeal";
import { db } from "@/lib/db/client";
import { MODERATION_KINDS } from "@/lib/moderation/kinds";
import type { PersonRecord } from "@/lib/reports/view";

const RESTRICTING = MODERATION_KINDS.filter(isAppealable);

/**
 * What moderators did to somebody so far, in numbers: for those who decide on a post of theirs.
 * What was taken back does not count.
 *
 * @param caseId the case that is being decided, which does not count either
 */
export async function recordOf(userId: number, caseId: number): Promise<PersonRecord> {
  const [user, posts, cases, actions] = await Promise.all([
    db().user.findUniqueOrThrow({
      where: { id: userId },
      select: { username: true, createdAt: true },
    }),
    db().post.count({ where: { authorId: userId, deletedAt: null } }),
    db().reportCase.groupBy({
      by: ["outcome"],
      where: { post: { authorId: userId }, id: { not: caseId }, decidedAt: { not: null } },
      _count: { _all: true },
    }),
    db().moderationAction.groupBy({
      by: ["kind"],
      where: {
        kind: { in: RESTRICTING },
        undoneBy: { none: {} },
        OR: [
          { userId },
          { post: { authorId: userId } },
          { postId: null, thread: { authorId: userId } },
        ],
      },
      _count: { _all: true },
    }),
  ]);
  const decided = (outcome: "acted" | "dismissed") =>
    cases.find((group) => group.outcome === outcome)?._count._all ?? 0;
  return {
    username: user.username,
    since: user.createdAt,
    posts,
    acted: decided("acted"),
    dismissed: decided("dismissed"),
    actions: actions.map(({ kind, _count }) => ({ kind, count: _count._all })),
  };
}
