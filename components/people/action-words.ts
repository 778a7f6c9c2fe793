import type { ModerationKind } from "@/lib/moderation/kinds";
import type { RecordLine } from "@/lib/sanctions/record";

const DONE: Record<ModerationKind, string> = {
  hide: "Hidden",
  unhide: "Shown again",
  lock: "Locked",
  unlock: "Unlocked",
  pin: "Pinned",
  unpin: "Unpinned",
  move: "Moved",
  merge: "Merged",
  split: "Split",
  off_topic: "Marked as off topic",
  on_topic: "Off topic taken back",
  slow: "Slowed down",
  warn: "Warned",
  suspend: "Suspended",
  ban: "Banned",
  lift: "Lifted",
  hold: "Held for a moderator",
  approve: "Approved",
};

/** What was done, in a word or a few: "Hidden", "All posts hidden". */
export function actionInWords({ kind, branch, on }: RecordLine): string {
  if (on === null && kind === "hide") return "All posts hidden";
  if (on === null && kind === "unhide") return "All posts shown again";
  return branch ? `${DONE[kind]}, with all under it` : DONE[kind];
}
