import { db } from "@/lib/db/client";
import { mayAdminister } from "@/lib/policy/accounts";
import type { Viewer } from "@/lib/policy/viewer";

/** A rule of the forum, by which moderators act and people report. */
export interface Rule {
  id: number;
  title: string;
  text: string;
}

/** A rule as admins see it. */
export interface AdministeredRule extends Rule {
  /** When it was taken out of force; null while it is in force. */
  retiredAt: Date | null;
}

const IN_ORDER = [{ position: "asc" }, { id: "asc" }] as const;
const COLUMNS = { id: true, title: true, text: true } as const;

/** The rules in force, in their order. Everybody may read them. */
export async function rulesInForce(): Promise<Rule[]> {
  return db().rule.findMany({
    where: { retiredAt: null },
    orderBy: [...IN_ORDER],
    select: COLUMNS,
  });
}

/** All rules in their order, the retired ones too, for admins; none for anybody else. */
export async function administeredRules(viewer: Viewer): Promise<AdministeredRule[]> {
  if (!mayAdminister(viewer).allowed) return [];
  return db().rule.findMany({
    orderBy: [...IN_ORDER],
    select: { ...COLUMNS, retiredAt: true },
  });
}

/** One rule for admins; null for anybody else, and where there is none. */
export async function administeredRule(
  viewer: Viewer,
  id: number,
): Promise<AdministeredRule | null> {
  if (!mayAdminister(viewer).allowed) return null;
  return db().rule.findUnique({ where: { id }, select: { ...COLUMNS, retiredAt: true } });
}
