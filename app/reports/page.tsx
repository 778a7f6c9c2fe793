import type { Metadata } from "next";
import { STAGES, subjectOf } from "@/components/reports/subject";
import { Age } from "@/components/ui/Age";
import { buttonClass } from "@/components/ui/Button";
import { Page } from "@/components/ui/Page";
import { parameter, type SearchParams } from "@/lib/address";
import { requireMember } from "@/lib/auth";
import { listOwnReports } from "@/lib/reports/queries";
import { routes } from "@/lib/routes";
import { parseId } from "@/lib/schema";

export const metadata: Metadata = { title: "Your reports", robots: { index: false } };

/** The viewer's own reports, with what became of each. */
export default async function ReportsPage({ searchParams }: { searchParams: SearchParams }) {
  const who = await requireMember(routes.ownReports());
  const before = parseId(await parameter(searchParams, "before")) ?? undefined;
  const { lines, next } = await listOwnReports(who, before);
  const now = new Date();
  return (
    <Page title="Your reports" intro="What you reported to the moderators, and what became of it.">
      {lines.length === 0 && <p className="empty">You have reported nothing.</p>}
      <ol className="post-lines m-0 list-none p-0">
        {lines.map((line) => (
          <li key={line.id}>
            <p className="m-0">
              <a href={routes.receipt(line.id)} className="font-medium">
                {subjectOf(line)} in {line.title ?? `post ${line.postId}`}
              </a>
            </p>
            <p className="facts m-0">
              <span>{STAGES[line.stage]}</span>
              <Age date={line.createdAt} now={now} />
            </p>
          </li>
        ))}
      </ol>
      {next !== null && (
        <p>
          <a href={routes.ownReports(next)} className={buttonClass()}>
            Older reports
          </a>
        </p>
      )}
    </Page>
  );
}
