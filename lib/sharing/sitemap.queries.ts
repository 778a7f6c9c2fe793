import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { rowsOf } from "@/lib/db/rows";
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
  // The condition is `listedThreads` of who is signed out; a test compares them.
  return rowsOf(Prisma.sql`
    SELECT id, last_post_at AS "lastPostAt"
      FROM threads
     WHERE id > ${above} AND id <= ${above + URLS_PER_PART}
       AND hide_action_id IS NULL AND merged_into_id IS NULL
     ORDER BY id`);
}
