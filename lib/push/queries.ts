import { browserOf } from "@/lib/accounts/session";
import { db } from "@/lib/db/client";
import { listedNotices } from "@/lib/policy/notices";
import type { Member, Viewer } from "@/lib/policy/viewer";
import { DEFAULT_WISHES, type PushWishes } from "@/lib/push/wishes";

/** A browser that is told, as its owner sees it. */
export interface DeviceView {
  id: number;
  browser: string;
  since: Date;
  isThis: boolean;
}

/**
 * The viewer's devices that are told: this one first, then the newest.
 *
 * @param forumKey the forum's present key: one that was given another is told nothing any more
 */
export async function devicesOf(
  viewer: Member,
  sessionId: number,
  forumKey: string,
): Promise<DeviceView[]> {
  const rows = await db().pushDevice.findMany({
    where: { userId: viewer.id, forumKey, session: { expires: { gt: new Date() } } },
    orderBy: { id: "desc" },
    select: { ...{ id: true, sessionId: true, createdAt: true }, session: true },
  });
  const views = rows.map((row) => ({
    id: row.id,
    browser: browserOf(row.session.userAgent),
    since: row.createdAt,
    isThis: row.sessionId === sessionId,
  }));
  return [...views.filter((view) => view.isThis), ...views.filter((view) => !view.isThis)];
}

/** Which notices somebody wants pushed. */
export async function pushWishesOf(userId: number): Promise<PushWishes> {
  const row = await db().pushWish.findUnique({ where: { userId } });
  if (row === null) return DEFAULT_WISHES;
  const { userId: _, ...wishes } = row;
  return wishes;
}

/**
 * Which of the notices that a device shows are still to be shown: those of whoever is signed in there, that
 * are not read and may be seen.
 */
export async function standingNotices(viewer: Viewer, ids: readonly number[]): Promise<number[]> {
  if (!viewer.signedIn || ids.length === 0) return [];
  const rows = await db().notice.findMany({
    where: { AND: [listedNotices(viewer), { id: { in: [...ids] }, readAt: null }] },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return rows.map(({ id }) => id);
}
