import { db } from "@/lib/db/client";

/** A rule of the forum, by which moderators act and people report. */
export interface Rule {
  id: number;
  title: string;
  text: string;
}

/** The rules in force, in their order. Everybody may read them. */
export async function rulesInForce(): Promise<Rule[]> {
  return db().rule.findMany({
    where: { retiredAt: null },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, title: true, text: true },
  });
}
