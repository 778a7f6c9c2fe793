/** How many posts of a person the viewer finds on each day, UTC: "2026-11-24". Days without any are absent. */
export type DayCounts = ReadonlyMap<string, number>;

/** How many weeks the picture of somebody's activity goes back, the running one included. */
export const WEEKS_SHOWN = 53;

const DAY = 86_400_000;

/** One day of the picture. */
export interface ActivityDay {
  /** "2026-11-24" */
  day: string;
  posts: number;
  /** 0 for none, then 1 to 4 in quarters of the busiest day. */
  level: number;
}

/** What the picture shows, and what is said of it in words. */
export interface Activity {
  /** Weeks from Monday, the oldest first; the last one ends today. */
  weeks: ActivityDay[][];
  months: { month: string; posts: number; days: number }[];
  posts: number;
  days: number;
}

/** The Monday with which the picture begins. */
export function firstDay(now: Date): Date {
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  const sinceMonday = (now.getUTCDay() + 6) % 7;
  return new Date(today - (sinceMonday + 7 * (WEEKS_SHOWN - 1)) * DAY);
}

/** Lays the counted days out in weeks; what is older than the picture, or of tomorrow, is left out. */
export function activityOf(counts: DayCounts, now: Date): Activity {
  const first = firstDay(now).getTime();
  const days: string[] = [];
  for (let time = first; time <= now.getTime(); time += DAY) days.push(dayOf(new Date(time)));
  const most = days.reduce((max, day) => Math.max(max, counts.get(day) ?? 0), 0);
  const shown = days.map((day): ActivityDay => {
    const posts = counts.get(day) ?? 0;
    return { day, posts, level: posts === 0 ? 0 : Math.ceil((4 * posts) / most) };
  });
  const active = shown.filter(({ posts }) => posts > 0);
  return {
    weeks: Array.from({ length: Math.ceil(shown.length / 7) }, (_, week) =>
      shown.slice(7 * week, 7 * week + 7),
    ),
    months: monthsOf(active),
    posts: active.reduce((sum, { posts }) => sum + posts, 0),
    days: active.length,
  };
}

/** Months in which something was written, the newest first. */
function monthsOf(active: readonly ActivityDay[]): Activity["months"] {
  const months = new Map<string, { posts: number; days: number }>();
  for (const { day, posts } of active) {
    const month = day.slice(0, 7);
    const before = months.get(month) ?? { posts: 0, days: 0 };
    months.set(month, { posts: before.posts + posts, days: before.days + 1 });
  }
  return [...months].map(([month, sums]) => ({ month, ...sums })).reverse();
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
