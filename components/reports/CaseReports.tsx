import { Facts } from "@/components/reports/Facts";
import { subjectOf } from "@/components/reports/subject";
import { Age } from "@/components/ui/Age";
import type { ReportView } from "@/lib/reports/view";
import { routes } from "@/lib/routes";

/** What was said about a post by those who reported it. */
export function CaseReports({ reports, now }: { reports: readonly ReportView[]; now: Date }) {
  return (
    <ol className="m-0 grid list-none gap-4 p-0">
      {reports.map((report) => (
        <li key={report.id} className="grid gap-1">
          <p className="m-0 flex flex-wrap items-baseline gap-x-3">
            <span className="font-medium">{subjectOf(report)}</span>
            <span className="text-sm text-soft">
              {report.reporter === null ? (
                "somebody without an account"
              ) : (
                <a href={routes.person(report.reporter)} className="underline">
                  {report.reporter}
                </a>
              )}
              , <Age date={report.createdAt} now={now} />
            </span>
          </p>
          {report.explanation !== "" && (
            <p className="m-0 whitespace-pre-line">{report.explanation}</p>
          )}
          {report.kind === "illegal" && (
            <Facts
              facts={[
                ["Exact address", report.address],
                ["Name", report.name ?? "left out: sexual abuse of children"],
                ["E-mail", report.email],
                ["In good faith", "stated"],
              ]}
            />
          )}
        </li>
      ))}
    </ol>
  );
}
