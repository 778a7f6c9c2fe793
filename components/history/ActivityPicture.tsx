import { count } from "@/components/ui/count";
import type { Activity } from "@/lib/history/activity";

/** Of a day, with the gap to the next one. */
const STEP = 13;
const SIZE = 10;

/** When somebody wrote: a square for each day of a year, and the same in words. */
export function ActivityPicture({ activity }: { activity: Activity }) {
  const { weeks, months, posts, days } = activity;
  if (posts === 0) return null;
  const sum = `${count(posts, "post")} on ${count(days, "day")} of the last year`;
  return (
    <section aria-label="Activity" className="activity">
      <div className="activity-frame">
        <svg
          viewBox={`0 0 ${weeks.length * STEP - 3} ${7 * STEP - 3}`}
          role="img"
          aria-label={`${sum}, a square for each day; the table under it says the same.`}
          className="activity-days"
        >
          <path d={emptyDays(weeks)} className="activity-0" />
          {weeks.map((week, column) =>
            week.map(({ day, posts: written, level }, row) => {
              if (written === 0) return null;
              const place = { x: column * STEP, y: row * STEP, width: SIZE, height: SIZE, rx: 2 };
              return (
                <rect key={day} {...place} className={`activity-${level}`}>
                  <title>{`${day}: ${count(written, "post")}`}</title>
                </rect>
              );
            }),
          )}
        </svg>
      </div>
      <details>
        <summary>{sum}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Month</th>
              <th scope="col">Posts</th>
              <th scope="col">Days</th>
            </tr>
          </thead>
          <tbody>
            {months.map(({ month, ...sums }) => (
              <tr key={month}>
                <th scope="row">{month}</th>
                <td>{sums.posts}</td>
                <td>{sums.days}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

/** The squares of days without a post, as one shape: they are most of a year. */
function emptyDays(weeks: Activity["weeks"]): string {
  return weeks
    .flatMap((week, column) =>
      week.map(({ posts }, row) =>
        posts > 0 ? "" : `M${column * STEP} ${row * STEP}h${SIZE}v${SIZE}h-${SIZE}z`,
      ),
    )
    .join("");
}
