// What writing is measured on.
import { debate } from "@/bench/seed/debate";
import { openSessions } from "@/bench/seed/people";
import type { Seeded } from "@/bench/seed/seeded";
import { WRITERS } from "@/bench/writing/writers";
import { db } from "@/lib/db/client";
import { importThread } from "@/lib/transfer/import.commands";

/** Enough that ten people who write at once seldom meet in one. */
const THREADS = 12;

const POSTS = 100;

/** Writes the threads and makes the people. */
export async function seedWriting(board: number): Promise<Seeded["writing"]> {
  const replies: Seeded["writing"]["replies"] = [];
  for (let number = 1; number <= THREADS; number += 1) {
    const thread = debate(POSTS, 10_000 + number);
    const imported = await importThread(thread, board, async () => board);
    if (!imported.ok) throw new Error(imported.message);
    const { id: threadId } = await db().thread.findFirstOrThrow({ orderBy: { id: "desc" } });
    const rows = await db().post.findMany({
      where: { threadId, parentId: { not: null } },
      orderBy: { id: "asc" },
      select: { id: true, currentRevision: { select: { ownText: true } } },
    });
    for (const { id, currentRevision } of rows) {
      // A sentence is long enough to be found, and stands once in the thread.
      replies.push({ id, passage: /^[^.]+\./.exec(currentRevision?.ownText ?? "")?.[0] ?? "" });
    }
  }
  const names = (kind: string) =>
    Array.from({ length: WRITERS }, (_, each) => `${kind}-${each + 1}`);
  const pgbench = await openSessions(names("pgbench"));
  return {
    replies,
    forum: await openSessions(names("writer")),
    pgbench: pgbench.map(({ id }) => id),
  };
}
