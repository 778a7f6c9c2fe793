const DAY = 24 * 3_600_000;

/** Years in which nobody wrote anything here, nor will. */
const YEARS = { first: 1970, last: 9999 };

/**
 * The beginning of what a date names, in universal time: `2026`, `2026-11`, `2026-11-24`, `today`,
 * `yesterday`, or so long ago: `12h`, `7d`, `3w`, `2m` (months), `1y`.
 *
 * @returns null for anything else, and for days that no calendar has
 */
export function momentOf(text: string, now: Date): Date | null {
  const word = text.toLowerCase();
  if (word === "today") return startOfDay(now);
  if (word === "yesterday") return startOfDay(new Date(now.getTime() - DAY));
  const ago = /^(\d{1,4})([hdwmy])$/.exec(word);
  if (ago !== null) return longAgo(Number(ago[1]), ago[2] ?? "d", now);
  const date = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(word);
  return date === null ? null : day(Number(date[1]), Number(date[2] ?? 1), Number(date[3] ?? 1));
}

function startOfDay(date: Date): Date {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()));
}

function longAgo(count: number, unit: string, now: Date): Date | null {
  if (unit === "m" || unit === "y") {
    const months = count * (unit === "y" ? 12 : 1);
    const then = new Date(now);
    then.setUTCMonth(then.getUTCMonth() - months);
    return then.getTime() < 0 ? null : then;
  }
  const length = { h: DAY / 24, d: DAY, w: 7 * DAY }[unit] ?? DAY;
  const time = now.getTime() - count * length;
  return time < 0 ? null : new Date(time);
}

function day(year: number, month: number, date: number): Date | null {
  if (year < YEARS.first || year > YEARS.last) return null;
  const found = new Date(Date.UTC(year, month - 1, date));
  const exists = found.getUTCMonth() === month - 1 && found.getUTCDate() === date;
  return exists ? found : null;
}
