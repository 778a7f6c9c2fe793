import { inTransaction } from "@/lib/db/client";
import { enqueue } from "@/lib/jobs/commands";
import type { JobPayload } from "@/lib/jobs/schema";
import { pushSettings } from "@/lib/push/operator";

/** How many notices are gone through in one transaction: a post may tell thousands. */
const AT_A_TIME = 500;

/** How many pushes are sent by one job: few enough that it never takes long. */
const SENT_TOGETHER = 50;

/** One job of it is done at a time: it sends several at once, and leaves room for mail and notices. */
export const PUSH_QUEUE = "push";

/**
 * The job that has new notices pushed to those devices of their owners that want them, unless they were
 * read meanwhile. What is said, and whether its owner still may know it, is looked at when it is sent.
 */
export async function pushNotices({ notices }: JobPayload<"push-notices">): Promise<void> {
  const set = pushSettings();
  if (set === null) return;
  for (let from = 0; from < notices.length; from += AT_A_TIME) {
    await pushSome(notices.slice(from, from + AT_A_TIME), set.publicKey);
  }
}

function pushSome(notices: readonly number[], forumKey: string): Promise<void> {
  return inTransaction(async (tx) => {
    // As lib/push/wishes.ts has it: one wanted reason is enough. A device is told of a notice once.
    const made = await tx.$queryRaw<{ id: number }[]>`
      INSERT INTO pushes (notice_id, device_id)
      SELECT n.id, d.id
        FROM notices n
        JOIN push_devices d ON d.user_id = n.user_id AND d.forum_key = ${forumKey}
        JOIN sessions s ON s.id = d.session_id AND s.expires > now()
        LEFT JOIN push_wishes w ON w.user_id = n.user_id
       WHERE n.id = ANY(${[...notices]}::int[]) AND n.read_at IS NULL
         AND CASE n.kind
               WHEN 'post' THEN (coalesce(w.reply, true) AND 'reply' = ANY(n.reasons))
                             OR (coalesce(w.quote, true) AND 'quote' = ANY(n.reasons))
                             OR (coalesce(w.mention, true) AND 'mention' = ANY(n.reasons))
                             OR (coalesce(w.watch, false) AND 'watch' = ANY(n.reasons))
               WHEN 'changed' THEN coalesce(w.changed, true)
               ELSE coalesce(w.decision, true)
             END
       ORDER BY n.id, d.id
      ON CONFLICT DO NOTHING RETURNING id`;
    const ids = made.map(({ id }) => id);
    for (let from = 0; from < ids.length; from += SENT_TOGETHER) {
      const pushes = ids.slice(from, from + SENT_TOGETHER);
      await enqueue(tx, "send-pushes", { pushes }, { queue: PUSH_QUEUE });
    }
  });
}
