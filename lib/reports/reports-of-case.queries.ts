import { db } from "@/lib/db/client";
import { usernames } from "@/lib/reports/names.queries";
import type { ReportView } from "@/lib/reports/view";

/** More reports of one post say nothing new: the first ones are shown, the rest counted. */
export const REPORTS_SHOWN = 100;

type CaseReport = ReportView & { ruleId: number | null };

/** The reports of a case in the order in which they came. Call it for who may judge the case alone. */
export async function reportsOfCase(caseId: number): Promise<CaseReport[]> {
  const rows = await db().report.findMany({
    where: { caseId },
    orderBy: { id: "asc" },
    take: REPORTS_SHOWN,
    include: { rule: { select: { title: true } } },
  });
  const names = await usernames(rows.map(({ reporterId }) => reporterId));
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    rule: row.rule?.title ?? null,
    ruleId: row.rule === null ? null : row.ruleId,
    createdAt: row.createdAt,
    explanation: row.explanation,
    address: row.address,
    reporter: names.get(row.reporterId ?? 0) ?? null,
    name: row.reporterName,
    email: row.reporterEmail,
  }));
}

/** The rule that most of some reports name. */
export function mostNamed(reports: readonly CaseReport[]): number | null {
  const counts = new Map<number, number>();
  for (const { ruleId } of reports) {
    if (ruleId !== null) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? null;
}
