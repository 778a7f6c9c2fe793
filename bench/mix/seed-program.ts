// Writes a forum of the shape that a workload describes, smaller, into the database of DATABASE_URL,
// and prints it as one line of JSON. Arguments: the workload's file, and how many threads.
import type { MixForum } from "@/bench/mix/forum";
import { drawn, readWorkload } from "@/bench/mix/workload";
import { chance } from "@/bench/seed/chance";
import { debate, PEOPLE } from "@/bench/seed/debate";
import { openSessions } from "@/bench/seed/people";
import { hashPassword } from "@/lib/accounts/password";
import { db } from "@/lib/db/client";
import { boardNamed } from "@/lib/transfer/boards.commands";
import { importThread } from "@/lib/transfer/import.commands";

const BOARD = "Mix";
const PASSWORD = "a password of the bench alone";

const POSTED = {
  id: true,
  authorId: true,
  currentRevision: { select: { ownText: true } },
} as const;

const workload = readWorkload(process.argv[2] ?? "");
const draw = chance(1);
const voters = Array.from({ length: 300 }, (_, index) => `voter-${index + 1}`);
const board = await boardNamed(BOARD);

for (let number = 1; number <= Number(process.argv[3]); number += 1) {
  const thread = debate(1 + drawn(workload.comments_per_story, draw), 100_000 + number);
  for (const [index, post] of thread.posts.entries()) {
    const bins = index === 0 ? workload.votes_per_story : workload.votes_per_comment;
    const votes = Math.min(voters.length, drawn(bins, draw));
    const from = Math.floor(draw() * voters.length);
    post.votes = Array.from({ length: votes }, (_, each) => ({
      username: voters[(from + each) % voters.length] as string,
      value: draw() < 0.95 ? 1 : -1,
      createdAt: post.createdAt,
    }));
  }
  const imported = await importThread(thread, board, async () => board);
  if (!imported.ok) throw new Error(imported.message);
}
const threads = await db().thread.findMany({
  where: { boardId: board },
  select: { id: true, authorId: true, posts: { select: POSTED, orderBy: { id: "asc" } } },
});
const people = await openSessions(PEOPLE);
await db().user.updateMany({
  where: { username: { in: [...PEOPLE] } },
  data: { passwordHash: await hashPassword(PASSWORD) },
});
await db().$executeRaw`VACUUM ANALYZE`;
const forum: MixForum = {
  threads: threads.map(({ id, authorId, posts }) => ({
    ...{ id, authorId, openingId: posts[0]?.id ?? 0, posts: posts.length },
  })),
  replies: threads.flatMap(({ posts }) =>
    posts.slice(1).map(({ id, authorId, currentRevision }) => ({
      ...{ id, authorId },
      passage: /^[^.]+\./.exec(currentRevision?.ownText ?? "")?.[0] ?? "",
    })),
  ),
  people: people.map((person, index) => ({ ...person, username: PEOPLE[index] ?? "" })),
  leaving: await openSessions(PEOPLE),
  password: PASSWORD,
  board: BOARD.toLowerCase(),
};
// Not before all of it went through the pipe.
process.stdout.write(`${JSON.stringify(forum)}\n`, () => process.exit(0));
