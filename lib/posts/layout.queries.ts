import { db } from "@/lib/db/client";
import { POST_FACTS, postFacts } from "@/lib/policy/facts";
import type { Viewer } from "@/lib/policy/viewer";
import { postSight, readable } from "@/lib/policy/visibility";
import { type Layout, layOutPoints } from "@/lib/text/points";

/** A post's own words laid out to be answered point by point; null where it can't be read. */
export async function readLayout(viewer: Viewer, postId: number): Promise<Layout | null> {
  const row = await db().post.findUnique({
    where: { id: postId },
    select: { ...POST_FACTS, currentRevision: { select: { markdownParts: true } } },
  });
  if (row?.currentRevision == null || !readable(postSight(viewer, postFacts(row)))) return null;
  return layOutPoints(row.currentRevision.markdownParts);
}
