import type { Transaction } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { Concerned } from "@/lib/statements/statement";

/** What is acted on: all posts of a thread, or some posts. */
export type ActedOn = { threadId: number } | { postIds: readonly number[] };

/** Who wrote what is acted on, but for what its author deleted. */
export async function authorsIn(tx: Transaction, on: ActedOn): Promise<Concerned[]> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    SELECT DISTINCT p.author_id AS id FROM posts p
     WHERE ${condition(on)} AND p.deleted_at IS NULL ORDER BY 1`;
  return rows.map(({ id }) => ({ userId: id, role: "author" }));
}

/** Who quotes it in what they wrote, as it stands now. */
export async function quotersOf(tx: Transaction, on: ActedOn): Promise<Concerned[]> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    SELECT DISTINCT quoter.author_id AS id
      FROM posts p
      JOIN quotes q ON q.source_post_id = p.id
      JOIN posts quoter ON quoter.current_revision_id = q.revision_id
     WHERE ${condition(on)} AND quoter.deleted_at IS NULL ORDER BY 1`;
  return rows.map(({ id }) => ({ userId: id, role: "quoter" }));
}

function condition(on: ActedOn): Prisma.Sql {
  return "threadId" in on
    ? Prisma.sql`p.thread_id = ${on.threadId}`
    : Prisma.sql`p.id = ANY(${[...on.postIds]})`;
}
