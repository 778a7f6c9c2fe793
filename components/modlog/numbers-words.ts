import type { ModerationKind } from "@/lib/moderation/kinds";

/** What was done, as the head of a column. */
export const ACTION_NAMES: Record<ModerationKind, string> = {
  hide: "Hidden",
  unhide: "Shown again",
  lock: "Locked",
  unlock: "Unlocked",
  pin: "Pinned",
  unpin: "Unpinned",
  move: "Moved",
  merge: "Merged",
  split: "Split off",
  off_topic: "Off topic",
  on_topic: "On topic again",
  slow: "Slow mode",
  warn: "Warned",
  suspend: "Suspended",
  ban: "Banned",
  lift: "Lifted",
  hold: "Held",
  approve: "Approved",
};

const NAMES = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The short name of a month such as "2026-11": "Nov". */
export function shortMonth(month: string): string {
  return NAMES[Number(month.slice(5)) - 1] ?? month;
}

/** A month with its year: "Nov 2026". */
export function monthName(month: string): string {
  return `${shortMonth(month)} ${month.slice(0, 4)}`;
}

/** A time in the largest unit of which there are two or more: "45 min", "5 h", "3 days"; "–" for none. */
export function timeWords(minutes: number | null): string {
  if (minutes === null) return "–";
  if (minutes < 120) return `${minutes} min`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.round(hours / 24)} days`;
}
