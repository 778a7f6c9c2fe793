import { db } from "@/lib/db/client";
import { linesOf } from "@/lib/notices/lines";
import type { NoticeLine } from "@/lib/notices/notice";
import { noticeViews } from "@/lib/notices/views.queries";
import type { Member } from "@/lib/policy/viewer";
import { listedPosts } from "@/lib/policy/visibility";
import { snippet } from "@/lib/text/snippet";

export { noticesForMail } from "@/lib/notices/mail.queries";
export { countUnreadNotices, unreadNotices } from "@/lib/notices/unread.queries";

/** A page of notices. */
export interface NoticesPage {
  lines: NoticeLine[];
  /** Beginnings of posts that stand alone on their line, by post id. */
  excerpts: ReadonlyMap<number, string>;
  /** What the next page begins before; null on the last one. */
  next: number | null;
}

/** So many notices are looked at for a page: what is more in one thread stands on the next one. */
const WINDOW = 200;

/** Enough of a post to know what it is about, in code points. */
const EXCERPT_LENGTH = 180;

/**
 * The viewer's notices, the newest first, grouped by thread; in a fixed number of queries.
 *
 * @param before only those with a smaller id
 */
export async function listNotices(viewer: Member, before?: number): Promise<NoticesPage> {
  const { views, more } = await noticeViews(viewer, { before, order: "newest", most: WINDOW });
  const { lines, last } = linesOf(views);
  const goesOn = more || last !== (views.at(-1)?.id ?? null);
  return { lines, excerpts: await excerptsOf(viewer, lines), next: goesOn ? last : null };
}

/** Of own text alone: what a post quotes is nobody's news. */
async function excerptsOf(
  viewer: Member,
  lines: readonly NoticeLine[],
): Promise<Map<number, string>> {
  const alone = lines.flatMap((line) =>
    line.kind === "thread" && line.posts.length === 1 ? [line.posts[0].postId] : [],
  );
  const rows = await db().post.findMany({
    where: { AND: [{ id: { in: alone } }, listedPosts(viewer)] },
    select: { id: true, currentRevision: { select: { ownText: true } } },
  });
  return new Map(
    rows.map(({ id, currentRevision }) => {
      return [id, snippet(currentRevision?.ownText ?? "", EXCERPT_LENGTH)] as const;
    }),
  );
}
