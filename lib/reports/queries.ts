import { hashToken } from "@/lib/accounts/token";
import { appealUntil } from "@/lib/appeals/appeal";
import { db } from "@/lib/db/client";
import type { Member, Viewer } from "@/lib/policy/viewer";
import { listedPosts } from "@/lib/policy/visibility";
import { isReceiptToken } from "@/lib/reports/receipt";
import type { ReceiptView, ReportLine, ReportStage } from "@/lib/reports/view";
import { parseId } from "@/lib/schema";

/** How many reports a page of the viewer's own shows. */
const REPORTS_PER_PAGE = 50;

const LINE = {
  id: true,
  caseId: true,
  kind: true,
  createdAt: true,
  rule: { select: { title: true } },
  case: { select: { postId: true, takenById: true, outcome: true } },
} as const;

interface LineRow {
  id: number;
  caseId: number;
  kind: "rule" | "illegal";
  createdAt: Date;
  rule: { title: string } | null;
  case: { postId: number; takenById: number | null; outcome: "acted" | "dismissed" | null };
}

/** The viewer's own reports, the newest first. */
export async function listOwnReports(
  viewer: Member,
  before?: number,
): Promise<{ lines: ReportLine[]; next: number | null }> {
  const rows = await db().report.findMany({
    where: { reporterId: viewer.id, ...(before === undefined ? {} : { id: { lt: before } }) },
    orderBy: { id: "desc" },
    take: REPORTS_PER_PAGE + 1,
    select: LINE,
  });
  const shown = rows.slice(0, REPORTS_PER_PAGE);
  const titles = await titlesOf(
    viewer,
    shown.map((row) => row.case.postId),
  );
  const lines = shown.map((row) => lineOf(row, titles));
  return { lines, next: rows.length > shown.length ? (lines.at(-1)?.id ?? null) : null };
}

/**
 * A receipt: by its token for whoever has it, by the report's id for the member who made it. Null for
 * everybody else, as for what does not exist.
 */
export async function readReceipt(
  viewer: Viewer,
  tokenOrId: string,
  now: Date,
): Promise<ReceiptView | null> {
  const which = receiptCondition(viewer, tokenOrId);
  if (which === null) return null;
  const row = await db().report.findFirst({
    where: which,
    select: {
      ...LINE,
      explanation: true,
      address: true,
      reporterId: true,
      reporterName: true,
      reporterEmail: true,
      case: { select: { ...LINE.case.select, decidedAt: true, answer: true } },
    },
  });
  if (row === null) return null;
  const own = viewer.signedIn && row.reporterId === viewer.id;
  const [titles, appeal] = await Promise.all([
    titlesOf(viewer, [row.case.postId]),
    own
      ? db().appeal.findUnique({
          where: { caseId_userId: { caseId: row.caseId, userId: viewer.id } },
          select: { id: true },
        })
      : null,
  ]);
  const { decidedAt, outcome, answer } = row.case;
  const until = decidedAt === null ? null : appealUntil(decidedAt);
  const open = own && appeal === null && outcome === "dismissed" && until !== null && now < until;
  return {
    ...lineOf(row, titles),
    explanation: row.explanation,
    address: row.address,
    name: row.reporterName,
    email: row.reporterEmail,
    decidedAt,
    answer,
    byMember: row.reporterId !== null,
    appealId: appeal?.id ?? null,
    appealUntil: open ? until : null,
  };
}

function receiptCondition(viewer: Viewer, tokenOrId: string) {
  if (isReceiptToken(tokenOrId)) return { receiptHash: hashToken(tokenOrId) };
  const id = parseId(tokenOrId);
  return id === null || !viewer.signedIn ? null : { id, reporterId: viewer.id };
}

/** The viewer's own report that waits for a decision on a post, if there is one. */
export async function openReportOf(viewer: Viewer, postId: number): Promise<number | null> {
  if (!viewer.signedIn) return null;
  const report = await db().report.findFirst({
    where: { reporterId: viewer.id, case: { postId, decidedAt: null } },
    select: { id: true },
  });
  return report?.id ?? null;
}

/** The titles of the threads of those posts that the viewer may read. */
async function titlesOf(viewer: Viewer, postIds: readonly number[]): Promise<Map<number, string>> {
  const rows = await db().post.findMany({
    where: { AND: [{ id: { in: [...postIds] } }, listedPosts(viewer)] },
    select: { id: true, thread: { select: { title: true } } },
  });
  return new Map(rows.map(({ id, thread }) => [id, thread.title]));
}

function lineOf(row: LineRow, titles: ReadonlyMap<number, string>): ReportLine {
  return {
    id: row.id,
    caseId: row.caseId,
    postId: row.case.postId,
    title: titles.get(row.case.postId) ?? null,
    kind: row.kind,
    rule: row.rule?.title ?? null,
    createdAt: row.createdAt,
    stage: stageOf(row.case),
  };
}

function stageOf({ outcome, takenById }: LineRow["case"]): ReportStage {
  return outcome ?? (takenById === null ? "waiting" : "taken");
}
