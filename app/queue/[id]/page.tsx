import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Panel } from "@/components/account/Panel";
import { actionDone } from "@/components/reports/action-words";
import { CaseContext } from "@/components/reports/CaseContext";
import { CaseHolder } from "@/components/reports/CaseHolder";
import { CaseNotes } from "@/components/reports/CaseNotes";
import { CaseOutcome } from "@/components/reports/CaseOutcome";
import { CaseRecord } from "@/components/reports/CaseRecord";
import { CaseReports } from "@/components/reports/CaseReports";
import { CaseWays } from "@/components/reports/CaseWays";
import { DecisionForm } from "@/components/reports/DecisionForm.client";
import { EarlierCases } from "@/components/reports/EarlierCases";
import { Notice } from "@/components/ui/Notice";
import { Page } from "@/components/ui/Page";
import { parameter, type SearchParams } from "@/lib/address";
import { requireMember } from "@/lib/auth";
import { readPost } from "@/lib/posts/queries";
import { readCase } from "@/lib/reports/cases.queries";
import { REPORTS_SHOWN } from "@/lib/reports/reports-of-case.queries";
import type { CaseView } from "@/lib/reports/view";
import { routes } from "@/lib/routes";
import { rulesInForce } from "@/lib/rules/queries";
import { parseId } from "@/lib/schema";
import { readHues } from "@/lib/threads/hues.queries";

export const metadata: Metadata = { title: "A reported post", robots: { index: false } };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

/** One case of the queue: what was reported, by whom and why, and the decision. */
export default async function CasePage({ params, searchParams }: Props) {
  const id = parseId((await params).id);
  if (id === null) notFound();
  const who = await requireMember(routes.reportCase(id));
  const found = await readCase(who, id);
  if (found === null) notFound();
  const late = (await parameter(searchParams, "late")) !== undefined;
  const [single, hues] = await Promise.all([readPost(who, found.postId), readHues(found.threadId)]);
  const now = new Date();
  return (
    <Page
      title={found.opening ? "A reported thread" : "A reported post"}
      intro={
        <>
          In <a href={routes.post(found.postId)}>{found.title}</a>, {found.board}
        </>
      }
    >
      {late && found.decision !== null && (
        <Notice look="bad">
          {found.decision.by} decided this before you. Nothing was done twice.
        </Notice>
      )}
      {found.decision !== null && (
        <Panel title="Decided">
          <CaseOutcome decision={found.decision} now={now} />
        </Panel>
      )}
      <CaseContext found={found} post={single?.post ?? null} hues={hues} now={now} />
      <Panel title={reportsTitle(found.reports.length)}>
        <CaseReports reports={found.reports} now={now} />
      </Panel>
      <Panel title="Its author">
        <CaseRecord record={found.record} />
        <EarlierCases cases={found.earlier} />
      </Panel>
      <Panel title="Notes">
        <CaseNotes caseId={id} notes={found.notes} now={now} />
      </Panel>
      {found.decision === null && <Deciding found={found} viewerId={who.id} now={now} />}
      <CaseWays previousId={found.previousId} nextId={found.nextId} />
    </Page>
  );
}

function reportsTitle(shown: number): string {
  if (shown === REPORTS_SHOWN) return `The first ${REPORTS_SHOWN} reports`;
  return shown === 1 ? "One report" : `${shown} reports`;
}

async function Deciding({
  found,
  viewerId,
  now,
}: {
  found: CaseView;
  viewerId: number;
  now: Date;
}) {
  const { id, takenBy, opening, ruleId, recentActions } = found;
  const rules = await rulesInForce();
  return (
    <Panel title="Decide">
      <CaseHolder caseId={id} takenBy={takenBy} viewerId={viewerId} now={now} />
      <DecisionForm
        caseId={id}
        what={opening ? "thread" : "post"}
        rules={rules}
        ruleId={ruleId}
        done={recentActions.map(({ id: value, kind, actor, reason }) => ({
          value,
          name: `${actionDone(kind)} by ${actor ?? "an automatic rule"}: ${reason}`,
        }))}
      />
    </Panel>
  );
}
