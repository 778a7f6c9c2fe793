// Writes the threads to measure into the database of DATABASE_URL, by the forum's own import, and
// prints where they are as one line of JSON: a program of its own, so that the process that
// measures need not hold the forum's code.
import { debate, READER } from "@/bench/seed/debate";
import { hashToken, newToken } from "@/lib/accounts/token";
import { db } from "@/lib/db/client";
import { boardNamed } from "@/lib/transfer/boards.commands";
import { importThread } from "@/lib/transfer/import.commands";

const DAY = 24 * 60 * 60 * 1000;

const threads: Record<number, number> = {};
for (const posts of process.argv.slice(2).map(Number)) {
  const thread = debate(posts);
  const imported = await importThread(thread, await boardNamed("Bench"), () => boardNamed("Bench"));
  if (!imported.ok) throw new Error(imported.message);
  const { id } = await db().thread.findFirstOrThrow({ where: { title: thread.title } });
  threads[posts] = id;
}
const reader = await db().user.findFirstOrThrow({ where: { username: READER } });
const token = newToken();
await db().session.create({
  data: {
    userId: reader.id,
    tokenHash: hashToken(token),
    expires: new Date(Date.now() + 20 * DAY),
  },
});
await db().$executeRaw`VACUUM ANALYZE`;
const [seeded] = await db().$queryRaw<{ characters: number; quoting: number }[]>`
  SELECT avg(length(array_to_string(r.markdown_parts, '') || coalesce(q.words, '')))::float AS characters,
         avg((q.words IS NOT NULL)::int)::float AS quoting
    FROM posts p JOIN revisions r ON r.id = p.current_revision_id
    LEFT JOIN (SELECT revision_id, string_agg(array_to_string(markdown_parts, ''), '') AS words
                 FROM quotes GROUP BY 1) q ON q.revision_id = r.id`;
process.stdout.write(`${JSON.stringify({ threads, token, ...seeded })}\n`);
process.exit(0);
