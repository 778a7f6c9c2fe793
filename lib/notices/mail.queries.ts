import { db } from "@/lib/db/client";
import type { NoticeView } from "@/lib/notices/notice";
import { memberOf } from "@/lib/notices/owner.queries";
import { type MailPace, paceOf } from "@/lib/notices/settings";
import { noticeSettingsOf } from "@/lib/notices/settings.queries";
import { noticeViews } from "@/lib/notices/views.queries";
import type { Member } from "@/lib/policy/viewer";
import { listedPosts } from "@/lib/policy/visibility";
import { markdownOf } from "@/lib/quotes/body";
import { quotesOf } from "@/lib/quotes/queries";
import { routes } from "@/lib/routes";
import { sliceCodePoints } from "@/lib/text/code-points";

/** A notice as a mail tells it. */
export interface MailedNotice {
  notice: NoticeView;
  /** How soon its owner wants to have it mailed. */
  pace: MailPace;
  /** Where it leads: a path of this forum. */
  path: string;
  /** Of a post: its plain text, quotes with their `>`; what the person may not read is left out. */
  text: string | null;
}

/** So many notices are told in one mail. */
const MOST_MAILED = 100;

/** So much of a post is repeated in a mail, in code points. */
const MAILED_LENGTH = 4_000;

/**
 * Somebody's notices for a mail, the oldest first, at most 100: unread ones, as that person may see them
 * at this moment. So what was hidden, muted or read since is not among them. In a fixed number of queries.
 *
 * @param since.after only notices with a larger id than this
 * @param since.ids only these
 * @param since.paces only those that are to be mailed so soon
 */
export async function noticesForMail(
  userId: number,
  since: { after?: number; ids?: readonly number[]; paces?: readonly MailPace[] } = {},
): Promise<MailedNotice[]> {
  const viewer = await memberOf(userId);
  if (viewer === null) return [];
  const { after, ids } = since;
  const wanted = { after, ids, unread: true, order: "oldest", most: MOST_MAILED } as const;
  const [{ views }, settings] = await Promise.all([
    noticeViews(viewer, wanted),
    noticeSettingsOf(userId),
  ]);
  const paced = views.map((notice) => {
    const reasons = notice.kind === "post" ? notice.reasons : [];
    return { notice, pace: paceOf(settings, notice.kind, reasons) };
  });
  const mailed = paced.filter(({ pace }) => since.paces?.includes(pace) ?? true);
  const texts = await textsOf(
    viewer,
    mailed.flatMap(({ notice }) => (notice.kind === "post" ? [notice.postId] : [])),
  );
  return mailed.flatMap(({ notice, pace }): MailedNotice[] => {
    const path = pathOf(notice);
    if (notice.kind !== "post") return [{ notice, pace, path, text: null }];
    const text = texts.get(notice.postId);
    // Hidden since the notices were read: not a word of it is sent.
    return text === undefined ? [] : [{ notice, pace, path, text }];
  });
}

function pathOf(notice: NoticeView): string {
  switch (notice.kind) {
    case "post":
      return routes.post(notice.postId);
    case "changed":
      return routes.changedQuotes();
    case "statement":
      return routes.statement(notice.statement.id);
    default:
      return routes.notice(notice.id);
  }
}

/** Posts as plain text with their quotes, as the viewer may read them. */
async function textsOf(viewer: Member, postIds: readonly number[]): Promise<Map<number, string>> {
  const rows = await db().post.findMany({
    where: { AND: [{ id: { in: [...postIds] } }, listedPosts(viewer)] },
    select: { id: true, currentRevision: { select: { id: true, markdownParts: true } } },
  });
  const quotes = await quotesOf(
    viewer,
    rows.flatMap(({ currentRevision }) => (currentRevision === null ? [] : [currentRevision.id])),
  );
  return new Map(
    rows.flatMap(({ id, currentRevision }) => {
      if (currentRevision === null) return [];
      const { markdownParts } = currentRevision;
      const typed = markdownOf({ markdownParts, quotes: quotes.get(currentRevision.id) ?? [] });
      const text = sliceCodePoints(typed, 0, MAILED_LENGTH).trim();
      return [[id, text.length < typed.trim().length ? `${text} …` : text] as const];
    }),
  );
}
