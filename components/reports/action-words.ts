import type { ModerationKind } from "@/lib/moderation/kinds";

const DONE: Record<ModerationKind, string> = {
  hide: "hidden",
  unhide: "shown again",
  lock: "locked",
  unlock: "unlocked",
  pin: "pinned",
  unpin: "unpinned",
  move: "moved to another board",
  merge: "merged into another thread",
  split: "split off",
  off_topic: "marked as off topic",
  on_topic: "marked as on topic",
  slow: "slowed down",
  warn: "warned",
  suspend: "suspended",
  ban: "banned",
  lift: "restored",
  hold: "held back",
  approve: "approved",
};

/** What was done, as a participle: "hidden". */
export function actionDone(kind: ModerationKind): string {
  return DONE[kind];
}
