import { monthName, shortMonth } from "@/components/modlog/numbers-words";
import { axisEnd, type MonthNumbers, total } from "@/lib/modlog/numbers";

/** Units of the picture, which is stretched to the room there is: a month, and the whole height. */
const MONTH = 24;
const HEIGHT = 100;
/** A bar, and where in its month the first and the second one begin. */
const BAR = 8;
const PLACES = { reports: 3.5, actions: 12.5 };

/**
 * Reports and actions of each month as bars. The words around the bars are text, so that they stay as
 * large as all others on a phone. The table under it says the same.
 */
export function NumbersPlot({ months }: { months: readonly MonthNumbers[] }) {
  const counted = months.map(({ month, reports, actions }) => ({
    month,
    reports: total(reports),
    actions: total(actions),
  }));
  const end = axisEnd(Math.max(...counted.flatMap(({ reports, actions }) => [reports, actions])));
  const height = (value: number) => (value / end) * HEIGHT;
  const width = months.length * MONTH;
  return (
    <figure className="m-0">
      <figcaption className="mb-3 flex flex-wrap gap-x-5 text-sm text-soft">
        <span>
          <Swatch className="fill-edge" /> Reports
        </span>
        <span>
          <Swatch className="fill-accent" /> Actions
        </span>
      </figcaption>
      <div className="grid grid-cols-[auto_1fr] gap-x-2 text-xs text-soft tabular-nums">
        <div aria-hidden="true" className="flex flex-col justify-between text-right leading-none">
          <span>{end.toLocaleString("en")}</span>
          <span>{(end / 2).toLocaleString("en")}</span>
          <span>0</span>
        </div>
        <svg
          viewBox={`0 0 ${width} ${HEIGHT}`}
          preserveAspectRatio="none"
          className="h-48 w-full"
          role="img"
          aria-labelledby="numbers-title numbers-description"
        >
          <title id="numbers-title">Reports and actions of each month</title>
          <desc id="numbers-description">{descriptionOf(counted)}</desc>
          {[0, HEIGHT / 2, HEIGHT].map((y) => (
            <path
              key={y}
              d={`M0 ${y}H${width}`}
              className="fill-none stroke-line [vector-effect:non-scaling-stroke]"
            />
          ))}
          {(["reports", "actions"] as const).map((series) => (
            <path
              key={series}
              className={series === "reports" ? "fill-edge" : "fill-accent"}
              d={counted
                .map((month, index) => {
                  const left = index * MONTH + PLACES[series];
                  const bar = height(month[series]).toFixed(2);
                  return `M${left} ${HEIGHT}v-${bar}h${BAR}v${bar}z`;
                })
                .join("")}
            />
          ))}
        </svg>
        <ol aria-hidden="true" className="col-start-2 m-0 flex list-none p-0 pt-1">
          {counted.map(({ month }) => (
            <li key={month} className="flex-1 text-center">
              {shortMonth(month)}
            </li>
          ))}
        </ol>
      </div>
    </figure>
  );
}

function Swatch({ className }: { className: string }) {
  return (
    <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true" className="mr-0.5 inline">
      <path d="M0 0h10v10H0z" className={className} />
    </svg>
  );
}

function descriptionOf(counted: readonly { month: string; reports: number; actions: number }[]) {
  const months = counted.filter(({ reports, actions }) => reports + actions > 0);
  if (months.length === 0) return "Nothing was reported or done.";
  return months
    .map((each) => `${monthName(each.month)}: ${each.reports} reports, ${each.actions} actions.`)
    .join(" ");
}
