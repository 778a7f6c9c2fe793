import type { ReactNode } from "react";
import { LogTabs } from "@/components/modlog/LogTabs";
import { NumbersPlot } from "@/components/modlog/NumbersPlot";
import { ACTION_NAMES, monthName, timeWords } from "@/components/modlog/numbers-words";
import { keysOf, type MonthNumbers, total } from "@/lib/modlog/numbers";

/** How much is reported, done, decided and objected to, month by month. */
export function NumbersPage({ months }: { months: readonly MonthNumbers[] }) {
  const newestFirst = months.toReversed();
  const reasons = keysOf(months.map(({ reports }) => reports));
  const kinds = keysOf(months.map(({ actions }) => actions));
  return (
    <main id="main" className="mx-auto grid w-full max-w-3xl grid-cols-1 gap-8 px-4 py-8">
      <header>
        <h1 className="m-0 text-2xl font-semibold">Moderation in numbers</h1>
        <p className="mt-2 mb-4 text-soft">
          The last twelve months, by universal time. No number says who reported, acted or objected.
        </p>
        <LogTabs current="numbers" />
      </header>
      <NumbersPlot months={months} />
      <Numbers
        caption="Month by month"
        heads={["Reports", "Actions", "Cases decided", "Median time", "Appeals decided", "Upheld"]}
        rows={newestFirst.map((month) => [
          monthName(month.month),
          total(month.reports),
          total(month.actions),
          month.decided,
          timeWords(month.medianMinutes),
          month.appeals,
          month.upheld,
        ])}
      >
        The median time is that from the first report of a post to the decision: half of the cases
        were decided sooner.
      </Numbers>
      {reasons.length > 0 && (
        <Numbers
          caption="Reports by reason"
          heads={reasons}
          rows={newestFirst.map(({ month, reports }) => [
            monthName(month),
            ...reasons.map((reason) => reports.get(reason) ?? 0),
          ])}
        />
      )}
      {kinds.length > 0 && (
        <Numbers
          caption="Actions by kind"
          heads={kinds.map((kind) => ACTION_NAMES[kind])}
          rows={newestFirst.map(({ month, actions }) => [
            monthName(month),
            ...kinds.map((kind) => actions.get(kind) ?? 0),
          ])}
        />
      )}
    </main>
  );
}

/** A table that scrolls by itself where the screen is narrower than it is. */
function Numbers({
  caption,
  heads,
  rows,
  children,
}: {
  caption: string;
  heads: readonly string[];
  rows: readonly (readonly [string, ...(string | number)[]])[];
  children?: ReactNode;
}) {
  return (
    <div className="min-w-0">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section aria-label={caption} tabIndex={0} className="overflow-x-auto">
        <table className="w-full border-collapse text-sm wrap-normal tabular-nums">
          <caption className="pb-2 text-left text-lg font-semibold">{caption}</caption>
          <thead>
            <tr className="border-b border-edge text-left align-bottom">
              <th scope="col" className="sticky left-0 bg-paper py-1.5 pr-3 font-medium">
                Month
              </th>
              {heads.map((head) => (
                <th
                  key={head}
                  scope="col"
                  className="max-w-28 min-w-16 py-1.5 pl-3 text-right font-medium"
                >
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([month, ...values]) => (
              <tr key={month} className="border-b border-line">
                <th
                  scope="row"
                  className="sticky left-0 bg-paper py-1.5 pr-3 text-left font-normal whitespace-nowrap"
                >
                  {month}
                </th>
                {heads.map((head, column) => (
                  <td
                    key={head}
                    className={`py-1.5 pl-3 text-right whitespace-nowrap ${values[column] === 0 ? "text-soft" : ""}`}
                  >
                    {values[column]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {children && <p className="mt-2 text-sm text-soft">{children}</p>}
    </div>
  );
}
