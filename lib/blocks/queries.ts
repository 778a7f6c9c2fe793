import { MOST_MUTES } from "@/lib/blocks/limits";
import { db } from "@/lib/db/client";
import { THREAD_FACTS, threadFacts } from "@/lib/policy/facts";
import type { Viewer } from "@/lib/policy/viewer";
import { listedThreads, readable, threadSight } from "@/lib/policy/visibility";

/** The people whom the viewer blocked, by name. Nobody learns who blocked them. */
export async function blockedPeople(viewer: Viewer): Promise<{ id: number; username: string }[]> {
  if (!viewer.signedIn) return [];
  const rows = await db().block.findMany({
    where: { userId: viewer.id },
    orderBy: [{ blocked: { username: "asc" } }, { blockedId: "asc" }],
    select: { blocked: { select: { id: true, username: true } } },
  });
  return rows.map(({ blocked }) => blocked);
}

/** The threads that the viewer muted and may read, those muted last first. */
export async function mutedThreads(viewer: Viewer): Promise<{ id: number; title: string }[]> {
  if (!viewer.signedIn) return [];
  const rows = await db().threadMute.findMany({
    where: { userId: viewer.id, thread: listedThreads(viewer) },
    orderBy: [{ createdAt: "desc" }, { threadId: "desc" }],
    take: MOST_MUTES,
    select: { thread: { select: { id: true, title: true } } },
  });
  return rows.map(({ thread }) => thread);
}

/** A thread as far as muting it goes; null where the viewer may read none. */
export async function threadToMute(
  viewer: Viewer,
  threadId: number,
): Promise<{ id: number; title: string; muted: boolean } | null> {
  if (!viewer.signedIn) return null;
  const thread = await db().thread.findUnique({
    where: { id: threadId },
    select: { ...THREAD_FACTS, title: true, mutes: { where: { userId: viewer.id } } },
  });
  if (thread === null || !readable(threadSight(viewer, threadFacts(thread)))) return null;
  return { id: thread.id, title: thread.title, muted: thread.mutes.length > 0 };
}

/** The condition for lists of threads that leaves out what the viewer muted: `ThreadWhereInput`. */
export function notMuted(viewer: Viewer) {
  return viewer.signedIn ? { mutes: { none: { userId: viewer.id } } } : {};
}
