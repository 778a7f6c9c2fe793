import { db } from "@/lib/db/client";
import { noticeInWords } from "@/lib/mail/news-words";
import { memberOf } from "@/lib/notices/owner.queries";
import { noticeViews } from "@/lib/notices/views.queries";
import type { Member } from "@/lib/policy/viewer";
import { listedPosts } from "@/lib/policy/visibility";
import type { PushPayload } from "@/lib/push/payload";
import { pushWishesOf } from "@/lib/push/queries";
import { wantsPush } from "@/lib/push/wishes";
import { snippet } from "@/lib/text/snippet";

/** What is sent of a notice. */
export interface ComposedPush {
  payload: PushPayload;
  /** Whether a device may wait with it until it is awake anyway (RFC 8030, §5.3). */
  urgency: "normal" | "low";
}

/** In code points. A message has room for some four thousand bytes: RFC 8291, §4. */
const TITLE_LENGTH = 200;
const TEXT_LENGTH = 180;

/**
 * A notice as its owner may see it at this moment.
 *
 * @returns null where there is nothing to be pushed: it was read, hidden, muted or not wanted since
 */
export async function composePush(userId: number, noticeId: number): Promise<ComposedPush | null> {
  const viewer = await memberOf(userId);
  if (viewer === null) return null;
  const wanted = { ids: [noticeId], unread: true, order: "oldest", most: 1 } as const;
  const [{ views }, wishes] = await Promise.all([
    noticeViews(viewer, wanted),
    pushWishesOf(userId),
  ]);
  const [notice] = views;
  if (notice === undefined) return null;
  const reasons = notice.kind === "post" ? notice.reasons : [];
  if (!wantsPush(wishes, notice.kind, reasons)) return null;
  const text = notice.kind === "post" ? await beginningOf(viewer, notice.postId) : "";
  // Hidden since the notice was read: not a word of it is sent.
  if (text === null) return null;
  const concerns = notice.kind !== "post" || reasons.some((reason) => reason !== "watch");
  return {
    payload: {
      notice: notice.id,
      thread: "thread" in notice ? notice.thread.id : null,
      title: snippet(noticeInWords(notice), TITLE_LENGTH),
      text,
    },
    urgency: concerns ? "normal" : "low",
  };
}

/** Of own text alone, as in the list of notices; null where the viewer may not read the post. */
async function beginningOf(viewer: Member, postId: number): Promise<string | null> {
  const row = await db().post.findFirst({
    where: { AND: [{ id: postId }, listedPosts(viewer)] },
    select: { currentRevision: { select: { ownText: true } } },
  });
  return row === null ? null : snippet(row.currentRevision?.ownText ?? "", TEXT_LENGTH);
}
