import { db } from "@/lib/db/client";
import { listedNotices } from "@/lib/policy/notices";
import type { Member } from "@/lib/policy/viewer";
import { routes } from "@/lib/routes";

/**
 * Where a notice leads; null where the viewer has no such notice, or may see it no more.
 */
export async function placeOfNotice(viewer: Member, id: number): Promise<string | null> {
  const notice = await db().notice.findFirst({
    where: { AND: [{ id }, listedNotices(viewer)] },
    select: { kind: true, subjectId: true, postId: true },
  });
  if (notice === null) return null;
  const { kind, subjectId, postId } = notice;
  if (kind === "statement") return routes.statement(subjectId);
  if (kind === "appeal") return routes.appeal(subjectId);
  if (kind === "changed") return routes.changedQuotes();
  if (kind === "post") return postId === null ? null : routes.post(postId);
  const report = await db().report.findFirst({
    where: { caseId: subjectId, reporterId: viewer.id },
    orderBy: { id: "desc" },
    select: { id: true },
  });
  return report === null ? null : routes.receipt(report.id);
}
