import { db } from "@/lib/db/client";
import { SIGNED_OUT } from "@/lib/policy/viewer";
import { listedThreads } from "@/lib/policy/visibility";
import { URLS_PER_PART } from "@/lib/sharing/sitemap";

/** How many parts the sitemap has: one for each range of ids, whatever is in it. */
export async function countSitemapParts(): Promise<number> {
  const { _max: most } = await db().thread.aggregate({ _max: { id: true } });
  return Math.max(1, Math.ceil((most.id ?? 0) / URLS_PER_PART));
}

/**
 * The threads that everybody finds whose ids are in the range of a part: as much work for the last part
 * as for the first.
 *
 * @param part from 1
 */
export async function readSitemapPart(part: number): Promise<{ id: number; lastPostAt: Date }[]> {
  const above = (part - 1) * URLS_PER_PART;
  return db().thread.findMany({
    where: { AND: [{ id: { gt: above, lte: above + URLS_PER_PART } }, listedThreads(SIGNED_OUT)] },
    orderBy: { id: "asc" },
    select: { id: true, lastPostAt: true },
  });
}
