// Writes the threads to measure into the database of DATABASE_URL, by the forum's own import, and
// prints where they are as one line of JSON: a program of its own, so that the process that
// measures need not hold the forum's code.
import { debate, READER } from "@/bench/seed/debate";
import { openSessions } from "@/bench/seed/people";
import type { Seeded } from "@/bench/seed/seeded";
import { seedWriting } from "@/bench/seed/writing";
import { db } from "@/lib/db/client";
import { boardNamed } from "@/lib/transfer/boards.commands";
import { importThread } from "@/lib/transfer/import.commands";

const board = await boardNamed("Bench");
const threads: Record<number, number> = {};
for (const posts of process.argv.slice(2).map(Number)) {
  const thread = debate(posts);
  const imported = await importThread(thread, board, async () => board);
  if (!imported.ok) throw new Error(imported.message);
  const { id } = await db().thread.findFirstOrThrow({ where: { title: thread.title } });
  threads[posts] = id;
}
const [reader] = await openSessions([READER]);
const { id: voted } = await db().post.findFirstOrThrow({
  where: { threadId: threads[1000], parentId: { not: null } },
  orderBy: { id: "desc" },
});
const writing = await seedWriting(board);
await db().$executeRaw`VACUUM ANALYZE`;
const [counted] = await db().$queryRaw<{ characters: number; quoting: number }[]>`
  SELECT avg(length(array_to_string(r.markdown_parts, '') || coalesce(q.words, '')))::float AS characters,
         avg((q.words IS NOT NULL)::int)::float AS quoting
    FROM posts p JOIN revisions r ON r.id = p.current_revision_id
    LEFT JOIN (SELECT revision_id, string_agg(array_to_string(markdown_parts, ''), '') AS words
                 FROM quotes GROUP BY 1) q ON q.revision_id = r.id`;
if (reader === undefined || counted === undefined) throw new Error("Nothing was written.");
const seeded: Seeded = { threads, token: reader.token, voted, writing, ...counted };
// Not before all of it went through the pipe.
process.stdout.write(`${JSON.stringify(seeded)}\n`, () => process.exit(0));
