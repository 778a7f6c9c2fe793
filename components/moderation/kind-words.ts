import type { ModerationKind } from "@/lib/moderation/kinds";

/** What was done, as a verb of the past that a name can stand before. */
export const DONE: Record<ModerationKind, string> = {
  hide: "hid",
  unhide: "showed again",
  lock: "locked",
  unlock: "unlocked",
  pin: "pinned",
  unpin: "unpinned",
  move: "moved",
  merge: "merged",
  split: "split off",
  off_topic: "marked as off topic",
  on_topic: "marked as on topic",
  slow: "changed the pace of",
  warn: "warned",
  suspend: "suspended",
  ban: "banned",
  lift: "lifted the restriction of",
  hold: "held for approval",
  approve: "approved",
};
