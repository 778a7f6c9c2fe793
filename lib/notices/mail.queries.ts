import { db } from "@/lib/db/client";
import type { NoticeView } from "@/lib/notices/notice";
import { memberOf } from "@/lib/notices/owner.queries";
import { noticesAt } from "@/lib/notices/settings";
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
  /** Where it leads: a path of this forum. */
  path: string;
  /** Of a post: its plain text, quotes with their `>`; what the person may not read is left out. */
  text: string | null;
}

/** So many notices are told in one mail. */
export const MOST_MAILED = 100;

/** So much of a post is repeated in a mail, in code points. */
const MAILED_LENGTH = 4_000;

/** Which of somebody's notices a mail is to tell. */
export interface Telling {
  /** Only those that their owner wants mailed so soon. */
  pace?: "at_once" | "digest";
  /** Only these. */
  ids?: readonly number[];
  /** Only notices with a larger id than this. */
  after?: number;
  /** Only this notice and older ones. */
  upTo?: number;
}

/**
 * Somebody's notices for a mail, the oldest first, at most MOST_MAILED: unread ones, as that person may
 * see them at this moment. So what was hidden, muted or read since is not among them. In a fixed number
 * of queries.
 */
export async function noticesForMail(
  userId: number,
  { pace, ids, after, upTo }: Telling = {},
): Promise<MailedNotice[]> {
  const viewer = await memberOf(userId);
  if (viewer === null) return [];
  const { views } = await noticeViews(viewer, {
    ...{ after, ids, before: upTo === undefined ? undefined : upTo + 1, unread: true },
    paced: pace === undefined ? undefined : noticesAt(await noticeSettingsOf(userId), pace),
    ...{ order: "oldest", most: MOST_MAILED },
  });
  const texts = await textsOf(
    viewer,
    views.flatMap((notice) => (notice.kind === "post" ? [notice.postId] : [])),
  );
  return views.flatMap((notice): MailedNotice[] => {
    const path = pathOf(notice);
    if (notice.kind !== "post") return [{ notice, path, text: null }];
    const text = texts.get(notice.postId);
    // Hidden since the notices were read: not a word of it is sent.
    return text === undefined ? [] : [{ notice, path, text }];
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
