import { fieldFailure, type Result, success } from "@/lib/result";

/** So many days a suspension may be chosen to last; any other end is typed as a date. */
export const SUSPENSION_DAYS = [1, 3, 7, 14, 30, 90] as const;

/** The last choice: a date. */
export const UNTIL_DATE = "date";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A longer one is a ban, and should be called so. */
const LONGEST = 3653 * DAY;

/**
 * When a suspension ends: after so many days, to the full hour; or with the end of a date (UTC).
 *
 * @param length one of SUSPENSION_DAYS as text, or UNTIL_DATE
 * @param date as a browser sends it: "2026-11-30"
 */
export function suspensionEnd(
  { length, date }: { length: string; date: string },
  now: Date,
): Result<Date> {
  if (length !== UNTIL_DATE) {
    const days = SUSPENSION_DAYS.find((each) => String(each) === length);
    if (days === undefined) return wrong("length", "Please choose how long it is to last.");
    return success(new Date(Math.ceil((now.getTime() + days * DAY) / HOUR) * HOUR));
  }
  const start = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(start)) return wrong("date", "Please give the date as year-month-day.");
  // A day that a month does not have is not taken for one of the next month.
  if (new Date(start).toISOString().slice(0, 10) !== date) {
    return wrong("date", "There is no such date.");
  }
  const end = start + DAY;
  if (end <= now.getTime()) return wrong("date", "This date is over already.");
  if (end - now.getTime() > LONGEST) {
    return wrong("date", "Ten years are the most. For longer there is the ban.");
  }
  return success(new Date(end));
}

function wrong(field: "length" | "date", message: string) {
  return fieldFailure("invalid", field, message);
}
