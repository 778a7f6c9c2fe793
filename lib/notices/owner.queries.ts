import { db } from "@/lib/db/client";
import type { Member } from "@/lib/policy/viewer";

/** Somebody as the one who looks, though they are not here. */
export async function memberOf(userId: number): Promise<Member | null> {
  const row = await db().user.findUnique({
    where: { id: userId },
    select: {
      ...{ id: true, username: true, role: true },
      moderates: { select: { boardId: true } },
      blocks: { select: { blockedId: true } },
    },
  });
  if (row === null) return null;
  return {
    ...{ signedIn: true, id: row.id, username: row.username, admin: row.role === "admin" },
    moderates: row.moderates.map(({ boardId }) => boardId),
    blocks: row.blocks.map(({ blockedId }) => blockedId),
  };
}
