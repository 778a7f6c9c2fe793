import { db } from "@/lib/db/client";
import { DEFAULT_SETTINGS, type NoticeSettings } from "@/lib/notices/settings";

/** What somebody wants to be told, and how soon by mail. */
export async function noticeSettingsOf(userId: number): Promise<NoticeSettings> {
  const row = await db().noticeSettings.findUnique({ where: { userId } });
  if (row === null) return DEFAULT_SETTINGS;
  return {
    watchOpened: row.watchOpened,
    watchAnswered: row.watchAnswered,
    mail: {
      ...{ reply: row.mailReply, quote: row.mailQuote, mention: row.mailMention },
      ...{ watch: row.mailWatch, changed: row.mailChanged, decision: row.mailDecision },
    },
  };
}
