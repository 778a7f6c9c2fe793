import { db } from "@/lib/db/client";
import type { NoticeSettings } from "@/lib/notices/settings";
import { mayWatch } from "@/lib/policy/notices";
import type { Viewer } from "@/lib/policy/viewer";
import { failure, type Result, success } from "@/lib/result";

/** Saves what the actor wants to be told. */
export async function changeNoticeSettings(
  actor: Viewer,
  { watchOpened, watchAnswered, mail }: NoticeSettings,
): Promise<Result> {
  const decision = mayWatch(actor);
  if (!actor.signedIn || !decision.allowed) return failure("signed-out", "Please sign in first.");
  const wishes = {
    ...{ watchOpened, watchAnswered, mailReply: mail.reply, mailQuote: mail.quote },
    ...{ mailMention: mail.mention, mailWatch: mail.watch, mailChanged: mail.changed },
    mailDecision: mail.decision,
  };
  await db().noticeSettings.upsert({
    where: { userId: actor.id },
    create: { userId: actor.id, ...wishes },
    update: wishes,
  });
  return success();
}
