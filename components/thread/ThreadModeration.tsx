import { routes } from "@/lib/routes";
import type { ThreadView } from "@/lib/threads/view";

/** What a moderator can do with a thread. */
export function ThreadModeration({ thread }: { thread: ThreadView }) {
  const { id } = thread;
  const hide = thread.hidden === null ? "hide" : "unhide";
  const lock = thread.locked === null ? "lock" : "unlock";
  const pin = thread.pinned ? "unpin" : "pin";
  return (
    <nav aria-label="Moderation" className="post-controls">
      <span className="text-soft">Thread:</span>
      <a href={routes.moderateThread(id, hide)}>{hide === "hide" ? "Hide" : "Unhide"}</a>
      <a href={routes.moderateThread(id, lock)}>{lock === "lock" ? "Lock" : "Unlock"}</a>
      <a href={routes.moderateThread(id, pin)}>{pin === "pin" ? "Pin" : "Unpin"}</a>
      <a href={routes.moderateThread(id, "slow")}>Slow down</a>
      <a href={routes.moderateThread(id, "move")}>Move</a>
      <a href={routes.moderateThread(id, "merge")}>Merge</a>
      <a href={routes.moderation(id)}>What was done</a>
      <a href={routes.threadLog(id)}>Log</a>
    </nav>
  );
}
