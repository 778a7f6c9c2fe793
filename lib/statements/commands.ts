import { db } from "@/lib/db/client";
import type { Viewer } from "@/lib/policy/viewer";

/** Remembers that the viewer has read a statement of theirs; done twice it is done once. */
export async function markRead(viewer: Viewer, id: number): Promise<void> {
  if (!viewer.signedIn) return;
  const where = { id, userId: viewer.id, readAt: null };
  await db().statement.updateMany({ where, data: { readAt: new Date() } });
}
