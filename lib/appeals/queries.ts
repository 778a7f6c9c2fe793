import { groundIn } from "@/lib/appeals/appeal";
import {
  type DecisionFacts,
  groundKey,
  readGround,
  readGrounds,
} from "@/lib/appeals/grounds.queries";
import type { AppealLine, AppealView } from "@/lib/appeals/view";
import { db } from "@/lib/db/client";
import { hasQueue, mayDecideAppeal, mayReadAppeal } from "@/lib/policy/reports";
import type { Member, Viewer } from "@/lib/policy/viewer";
import { usernames } from "@/lib/reports/names.queries";

/** How many appeals a list shows; the next ones come when these are decided. */
export const APPEALS_SHOWN = 100;

/** An appeal; null for who neither made it nor may decide it, as for what does not exist. */
export async function readAppeal(viewer: Viewer, id: number): Promise<AppealView | null> {
  const appeal = await db().appeal.findUnique({ where: { id } });
  const ground = appeal === null ? null : groundIn(appeal);
  const found = ground === null ? null : await readGround(db(), ground);
  if (appeal === null || found === null) return null;
  const facts = { ...found.facts, appellantId: appeal.userId };
  if (!mayReadAppeal(viewer, facts).allowed) return null;
  const own = viewer.signedIn && viewer.id === appeal.userId;
  const { personId } = found.view;
  const names = await usernames([appeal.userId, facts.actedById, personId]);
  const { decidedAt, upheld } = appeal;
  return {
    id,
    text: appeal.text,
    createdAt: appeal.createdAt,
    // The appellant has a statement of reasons, which says as much as they were told.
    ground: own ? { ...found.view, note: "" } : found.view,
    appellant: names.get(appeal.userId) ?? "somebody",
    own,
    person: names.get(personId ?? 0) ?? null,
    actedBy: own ? null : (names.get(facts.actedById ?? 0) ?? null),
    mayDecide: decidedAt === null && mayDecideAppeal(viewer, facts).allowed,
    decision:
      decidedAt === null || upheld === null
        ? null
        : { upheld, answer: appeal.answer, at: decidedAt },
    stillInForce: upheld === true && "action" in found.view.against && found.stands,
  };
}

/** The same for whoever has shown by a statement's key that the appeal is theirs. */
export async function readOwnAppeal(appellantId: number, id: number): Promise<AppealView | null> {
  const nobodyElse = { username: "", admin: false, moderates: [] };
  const found = await readAppeal({ signedIn: true, id: appellantId, ...nobodyElse }, id);
  return found?.own ? found : null;
}

/** The appeals that wait for a decision of the viewer's, the oldest first, in a fixed number of queries. */
export async function listWaitingAppeals(
  viewer: Member,
): Promise<{ lines: AppealLine[]; against: number }> {
  if (!hasQueue(viewer)) return { lines: [], against: 0 };
  // Those of the viewer's boards, to look at few; who may decide which is for policy to say.
  const rows = await db().$queryRaw<StoredAppeal[]>`
    SELECT a.id, a.action_id AS "actionId", a.case_id AS "caseId", a.user_id AS "userId",
           a.created_at AS "createdAt", a.upheld
      FROM appeals a
      LEFT JOIN moderation_actions m ON m.id = a.action_id
      LEFT JOIN report_cases c ON c.id = a.case_id
      LEFT JOIN posts p ON p.id = c.post_id
      LEFT JOIN threads t ON t.id = coalesce(m.thread_id, p.thread_id)
     WHERE a.decided_at IS NULL
       AND (${viewer.admin} OR t.board_id = ANY(${[...viewer.moderates]}))
     ORDER BY a.created_at, a.id LIMIT ${APPEALS_SHOWN}`;
  const decisions = await decisionsOf(rows);
  const mine = rows.filter((row) => {
    const found = decisions.get(row.id);
    const facts = found && { ...found.facts, appellantId: row.userId };
    return facts !== undefined && mayDecideAppeal(viewer, facts).allowed;
  });
  const names = await usernames(mine.map(({ userId }) => userId));
  const against = rows.filter((row) => decisions.get(row.id)?.facts.actedById === viewer.id);
  return { lines: linesOf(mine, decisions, names), against: against.length };
}

/** The viewer's own appeals, the newest first. */
export async function listOwnAppeals(viewer: Member): Promise<AppealLine[]> {
  const rows = await db().appeal.findMany({
    where: { userId: viewer.id },
    orderBy: { id: "desc" },
    take: APPEALS_SHOWN,
  });
  return linesOf(rows, await decisionsOf(rows), new Map());
}

interface StoredAppeal {
  id: number;
  actionId: number | null;
  caseId: number | null;
  userId: number;
  createdAt: Date;
  upheld: boolean | null;
}

/** What some appeals are against, by the appeal's id. */
async function decisionsOf(rows: readonly StoredAppeal[]): Promise<Map<number, DecisionFacts>> {
  const grounds = rows.flatMap((row) => {
    const ground = groundIn(row);
    return ground === null ? [] : [{ id: row.id, ground }];
  });
  const found = await readGrounds(
    db(),
    grounds.map(({ ground }) => ground),
  );
  return new Map(
    grounds.flatMap(({ id, ground }) => {
      const decision = found.get(groundKey(ground));
      return decision === undefined ? [] : [[id, decision] as const];
    }),
  );
}

function linesOf(
  rows: readonly StoredAppeal[],
  decisions: ReadonlyMap<number, DecisionFacts>,
  names: ReadonlyMap<number, string>,
): AppealLine[] {
  return rows.flatMap(({ id, createdAt, upheld, userId }) => {
    const ground = decisions.get(id)?.view;
    if (ground === undefined) return [];
    return [{ id, createdAt, upheld, ground, appellant: names.get(userId) ?? null }];
  });
}
