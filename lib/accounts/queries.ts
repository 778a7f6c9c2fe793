import { browserOf } from "@/lib/accounts/session";
import { db } from "@/lib/db/client";
import type { Viewer } from "@/lib/policy/viewer";

export { type CurrentSession, sessionByTokenHash } from "@/lib/accounts/session.queries";

/** A signed-in browser, as its owner sees it. */
export interface SessionView {
  id: number;
  browser: string;
  since: Date;
  isThis: boolean;
}

/** The browsers in which the viewer is signed in: this one first, then the newest. */
export async function sessionsOf(viewer: Viewer, currentId: number): Promise<SessionView[]> {
  if (!viewer.signedIn) return [];
  const rows = await db().session.findMany({
    where: { userId: viewer.id, expires: { gt: new Date() } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true, userAgent: true, createdAt: true },
  });
  const views = rows.map((row) => ({
    id: row.id,
    browser: browserOf(row.userAgent),
    since: row.createdAt,
    isThis: row.id === currentId,
  }));
  return [...views.filter((view) => view.isThis), ...views.filter((view) => !view.isThis)];
}

/** The viewer's own e-mail address; nobody else's is ever read. */
export async function ownEmail(viewer: Viewer): Promise<string | null> {
  if (!viewer.signedIn) return null;
  const row = await db().user.findUnique({ where: { id: viewer.id }, select: { email: true } });
  return row?.email ?? null;
}

/** Whether the forum has an admin; without one it has to be set up. */
export async function hasAdmin(): Promise<boolean> {
  return (await db().user.count({ where: { role: "admin" } })) > 0;
}
