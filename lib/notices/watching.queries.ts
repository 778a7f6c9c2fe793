import { db } from "@/lib/db/client";
import type { ThreadLevel } from "@/lib/notices/notice";
import { THREAD_FACTS, threadFacts } from "@/lib/policy/facts";
import type { Member } from "@/lib/policy/viewer";
import { listedThreads, readable, threadSight } from "@/lib/policy/visibility";

/** A thread as far as being told of it goes; null where the viewer may read none. */
export async function threadToWatch(
  viewer: Member,
  threadId: number,
): Promise<{ id: number; title: string; level: ThreadLevel } | null> {
  const mine = { where: { userId: viewer.id } };
  const thread = await db().thread.findUnique({
    where: { id: threadId },
    select: { ...THREAD_FACTS, title: true, mergedIntoId: true, mutes: mine, watches: mine },
  });
  if (thread === null || thread.mergedIntoId !== null) return null;
  if (!readable(threadSight(viewer, threadFacts(thread)))) return null;
  const { id, title, mutes, watches } = thread;
  return { id, title, level: mutes.length > 0 ? "mute" : (watches[0]?.level ?? "follow") };
}

/** How many watched threads the settings list. */
export const WATCHED_SHOWN = 100;

/** The threads that the viewer watches, may read and has not muted since, those watched last first. */
export async function watchedThreads(viewer: Member): Promise<{ id: number; title: string }[]> {
  const rows = await db().threadWatch.findMany({
    where: {
      ...{ userId: viewer.id, level: "watch" },
      thread: { AND: [listedThreads(viewer), { mutes: { none: { userId: viewer.id } } }] },
    },
    orderBy: [{ createdAt: "desc" }, { threadId: "desc" }],
    take: WATCHED_SHOWN,
    select: { thread: { select: { id: true, title: true } } },
  });
  return rows.map(({ thread }) => thread);
}
