import { hashToken } from "@/lib/accounts/token";
import { inTransaction, type Transaction } from "@/lib/db/client";
import { env } from "@/lib/env";
import { POST_FACTS, postFacts } from "@/lib/policy/facts";
import { mayReport } from "@/lib/policy/reports";
import type { Viewer } from "@/lib/policy/viewer";
import { receiptToken } from "@/lib/reports/receipt";
import type { Complaint, NewReport } from "@/lib/reports/report";
import { failure, type Result, success } from "@/lib/result";
import { titleOfRule } from "@/lib/rules/reason.queries";

/** Where the reporter finds what becomes of it: a secret token, or for a member the report's id. */
export interface Receipt {
  tokenOrId: string | number;
}

const GONE = "That post is not here any more.";

/**
 * Reports a post. All reports that wait for a decision on it meet in one case; a member's second one
 * while it waits, and a form sent twice, lead to the receipt of the first.
 */
export async function fileReport(actor: Viewer, report: NewReport): Promise<Result<Receipt>> {
  const token = receiptToken(report.formKey, report.postId, env().AUTH_SECRET);
  return inTransaction(async (tx) => {
    const post = await tx.post.findUnique({ where: { id: report.postId }, select: POST_FACTS });
    if (post === null) return failure("missing", GONE);
    const receiptHash = hashToken(token);
    const sent = await tx.report.findUnique({
      where: { receiptHash },
      select: { id: true, reporterId: true },
    });
    if (sent !== null) {
      const own = actor.signedIn && sent.reporterId === actor.id;
      return success({ tokenOrId: own ? sent.id : token });
    }
    const decision = mayReport(actor, postFacts(post));
    if (!decision.allowed) return failure("denied", decision.why);
    const { complaint } = report;
    const rule =
      complaint.kind === "rule" ? await titleOfRule(tx, complaint.ruleId, "about") : success("");
    if (!rule.ok) return rule;
    const caseId = await openCase(tx, report.postId);
    const before = await reportedBefore(tx, actor, caseId, receiptHash);
    const id = before ?? (await writeReport(tx, actor, caseId, receiptHash, complaint));
    return success({ tokenOrId: actor.signedIn ? id : token });
  });
}

/**
 * The case that is open on a post, made if there is none, and locked: a decision waits for the report,
 * or the report opens the next case. The index of open cases lets two reports at once make one.
 */
async function openCase(tx: Transaction, postId: number): Promise<number> {
  for (;;) {
    await tx.$executeRaw`
      INSERT INTO report_cases (post_id) VALUES (${postId})
      ON CONFLICT (post_id) WHERE decided_at IS NULL DO NOTHING`;
    const rows = await tx.$queryRaw<{ id: number }[]>`
      SELECT id FROM report_cases WHERE post_id = ${postId} AND decided_at IS NULL
         FOR NO KEY UPDATE`;
    // Decided between the two statements: then this report opens the next case.
    if (rows[0] !== undefined) return rows[0].id;
  }
}

async function reportedBefore(
  tx: Transaction,
  actor: Viewer,
  caseId: number,
  receiptHash: string,
): Promise<number | null> {
  const own = actor.signedIn ? [{ reporterId: actor.id }] : [];
  const report = await tx.report.findFirst({
    where: { caseId, OR: [{ receiptHash }, ...own] },
    select: { id: true },
  });
  return report?.id ?? null;
}

async function writeReport(
  tx: Transaction,
  actor: Viewer,
  caseId: number,
  receiptHash: string,
  complaint: Complaint,
): Promise<number> {
  const { kind, explanation } = complaint;
  const about =
    complaint.kind === "rule"
      ? { ruleId: complaint.ruleId }
      : {
          address: complaint.address,
          goodFaith: true,
          reporterName: complaint.name,
          reporterEmail: complaint.email,
        };
  const reporterId = actor.signedIn ? actor.id : null;
  const { id } = await tx.report.create({
    data: { caseId, receiptHash, reporterId, kind, explanation, ...about },
    select: { id: true },
  });
  return id;
}
