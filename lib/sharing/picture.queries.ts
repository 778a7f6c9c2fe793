import { db } from "@/lib/db/client";
import { THREAD_FACTS, threadFacts } from "@/lib/policy/facts";
import { SIGNED_OUT } from "@/lib/policy/viewer";
import { readable, threadSight } from "@/lib/policy/visibility";
import { type PictureWords, pictureWords } from "@/lib/sharing/picture-words";

/** What there is to be drawn of a thread, for everybody. */
export type FoundPicture =
  | { found: "picture"; words: PictureWords }
  | { found: "hidden"; reason: string }
  | { found: "nothing" };

/**
 * What the picture of a thread says. Not from what the pages keep of threads (lib/threads): Next.js
 * loads the code of routes a second time, and what one copy keeps the other can't go on with.
 */
export async function readPicture(id: number, forum: string): Promise<FoundPicture> {
  const row = await db().thread.findUnique({
    where: { id },
    select: {
      ...THREAD_FACTS,
      ...{ title: true, replyCount: true, quoteCount: true, mergedIntoId: true },
      board: { select: { name: true } },
      author: { select: { username: true } },
      hideAction: { select: { reason: true } },
      posts: { where: { parentId: null }, take: 1, select: { deletedAt: true } },
    },
  });
  if (row === null) return { found: "nothing" };
  if (!readable(threadSight(SIGNED_OUT, threadFacts(row)))) {
    return { found: "hidden", reason: row.hideAction?.reason ?? "" };
  }
  // What it was called may be hidden with the thread that took its posts.
  if (row.mergedIntoId !== null) return { found: "nothing" };
  const deleted = row.posts[0]?.deletedAt != null;
  const words = pictureWords({ ...row, author: deleted ? null : row.author.username }, forum);
  return { found: "picture", words };
}
