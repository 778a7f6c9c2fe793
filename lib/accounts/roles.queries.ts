import { db } from "@/lib/db/client";
import { mayAdminister } from "@/lib/policy/accounts";
import type { Viewer } from "@/lib/policy/viewer";

/** Somebody with a role. */
export interface RoleHolder {
  id: number;
  username: string;
}

/** The forum's admins, by name; nobody for those who may not administer. */
export async function adminsFor(viewer: Viewer): Promise<RoleHolder[]> {
  if (!mayAdminister(viewer).allowed) return [];
  return db().user.findMany({
    where: { role: "admin" },
    orderBy: [{ username: "asc" }, { id: "asc" }],
    select: { id: true, username: true },
  });
}
