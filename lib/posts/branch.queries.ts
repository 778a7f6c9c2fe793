import type { Statements } from "@/lib/db/client";

/**
 * Ids of a post and all that stands under it, to any depth. UNION (not ALL) ends even if parents ran
 * in a circle.
 */
export async function branchOf(tx: Statements, postId: number): Promise<number[]> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    WITH RECURSIVE branch AS (
      SELECT id FROM posts WHERE id = ${postId}
      UNION
      SELECT p.id FROM posts p JOIN branch ON p.parent_id = branch.id
    )
    SELECT id FROM branch ORDER BY id`;
  return rows.map(({ id }) => id);
}
