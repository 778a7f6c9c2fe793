import { count } from "@/components/ui/count";
import { Notice } from "@/components/ui/Notice";
import type { ThreadView } from "@/lib/threads/view";

/** What a moderator did to a thread, as far as it is in force: said above its first post. */
export function ThreadStanding({ thread }: { thread: ThreadView }) {
  const { hidden, locked, slowMinutes } = thread;
  if (hidden === null && locked === null && slowMinutes === null) return null;
  return (
    <div className="opening-notice grid gap-2">
      {hidden && (
        <Notice look={hidden.held ? "plain" : "bad"}>
          {hidden.held ? hidden.reason : `This thread is hidden. Reason: ${hidden.reason}`}
        </Notice>
      )}
      {locked && <Notice>This thread is locked: no new replies. Reason: {locked.reason}</Notice>}
      {slowMinutes !== null && (
        <Notice>
          This thread is slowed down: {count(slowMinutes, "minute")} between two posts of one
          person.
        </Notice>
      )}
    </div>
  );
}
