import { db } from "@/lib/db/client";
import { readFeedPosts } from "@/lib/feeds/posts.queries";
import { routes } from "@/lib/routes";
import type { Embedded } from "@/lib/sharing/oembed";
import { plainText } from "@/lib/text/plain";
import { snippet } from "@/lib/text/snippet";

/** So much of a post is shown elsewhere, in code points. */
const EMBEDDED_LENGTH = 400;

/** A post, or what opened a thread, as everybody reads it; null where there is nothing to be read. */
export async function readEmbedded(
  what: { thread: number } | { post: number },
  origin: string,
): Promise<Embedded | null> {
  const row = await db().post.findFirst({
    where: "post" in what ? { id: what.post } : { threadId: what.thread, parentId: null },
    select: { id: true, threadId: true },
  });
  if (row === null) return null;
  const [post] = await readFeedPosts([{ postId: row.id, threadId: row.threadId }]);
  if (post === undefined) return null;
  const own = post.body.flatMap((part) => (part.kind === "own" ? [part.html] : []));
  const path = "post" in what ? routes.post(post.id) : routes.thread(what.thread);
  return {
    url: `${origin}${path}`,
    title: post.thread.title,
    author: post.author,
    authorUrl: `${origin}${routes.person(post.author)}`,
    words: snippet(plainText(own), EMBEDDED_LENGTH),
  };
}
