// Writes a thread and people who read it into the database of DATABASE_URL, and prints them as one line
// of JSON: a program of its own, so that the process that measures need not hold the forum's code.
import { debate } from "@/bench/seed/debate";
import { openSessions } from "@/bench/seed/people";
import type { StreamForum } from "@/bench/streams/forum";
import { db } from "@/lib/db/client";
import { boardNamed } from "@/lib/transfer/boards.commands";
import { importThread } from "@/lib/transfer/import.commands";

const board = await boardNamed("Bench");
const thread = debate(100);
const imported = await importThread(thread, board, async () => board);
if (!imported.ok) throw new Error(imported.message);
const { id } = await db().thread.findFirstOrThrow({ where: { title: thread.title } });
const members = Number(process.argv[2]);
const names = Array.from({ length: members }, (_, index) => `reader${index}`);
const tokens = (await openSessions(names)).map(({ token }) => token);
const { id: actorId } = await db().user.create({ data: { username: "mod", usernameKey: "mod" } });
const { id: actionId } = await db().moderationAction.create({
  data: { kind: "hide", actorId, threadId: id, reason: "Measured" },
});
const replies = await db().post.findMany({
  where: { threadId: id, parentId: { not: null } },
  orderBy: { id: "desc" },
  take: 20,
  select: { id: true },
});
const forum: StreamForum = {
  thread: id,
  tokens,
  actionId,
  replies: replies.map((post) => post.id),
};
process.stdout.write(`${JSON.stringify(forum)}\n`, () => process.exit(0));
