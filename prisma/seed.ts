import { usernameKey } from "@/lib/accounts/username";
import { db, inTransaction, type Transaction } from "@/lib/db/client";
import { ThreadSources } from "@/lib/resolver/sources";
import { createThread, type People, replay } from "@/lib/transfer/replay.commands";
import type { IncomingPost, IncomingThread } from "@/lib/transfer/thread";
import { type DemoPost, type DemoThread, demoBoards, demoPeople, demoThreads } from "./demo/index";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * Loads the demo into a forum that has no boards yet; into any other it loads nothing. All in one
 * transaction: interrupted half way, it has not begun. Its people have no password, so nobody can
 * sign in as one of them. Times are counted back from now.
 */
export async function loadDemo(): Promise<void> {
  if ((await db().board.count()) > 0) return;
  const now = Date.now();
  await inTransaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('load the demo', 0))`;
    if ((await tx.board.count()) > 0) return;
    await tx.board.createMany({
      data: demoBoards.map((board, position) => ({ ...board, position })),
    });
    const boards = await tx.board.findMany({ select: { id: true, slug: true } });
    const people = await createPeople(tx, now);
    for (const demo of demoThreads) {
      const board = boards.find(({ slug }) => slug === demo.board);
      if (board === undefined) throw new Error(`The demo has no board "${demo.board}".`);
      const thread = threadOf(demo, now);
      const threadId = await createThread(tx, thread, { boardId: board.id, people });
      await replay(tx, thread, people, {
        threadId,
        postIds: new Map(),
        sources: new ThreadSources(),
      });
    }
  });
}

/** They joined a few days before their first thread. */
async function createPeople(tx: Transaction, now: number): Promise<People> {
  const earliest = Math.max(...demoThreads.map(({ hoursAgo }) => hoursAgo));
  const data = demoPeople.map(({ username }, index) => ({
    username,
    usernameKey: usernameKey(username),
    createdAt: new Date(now - (earliest + 72 - index) * HOUR),
  }));
  const rows = await tx.user.createManyAndReturn({ data, select: { id: true, username: true } });
  return new Map(rows.map(({ id, username }) => [username, id]));
}

function threadOf(demo: DemoThread, now: number): IncomingThread {
  const openedAt = now - demo.hoursAgo * HOUR;
  const at = (minutes: number) => new Date(Math.min(openedAt + minutes * MINUTE, now));
  const last = Math.max(...demo.posts.flatMap(momentsOf));
  return {
    sourceId: null,
    title: demo.title,
    kind: demo.kind,
    url: demo.url ?? null,
    board: null,
    posts: demo.posts.map((post) => postOf(post, at, last)),
    moderation: [],
  };
}

function momentsOf(post: DemoPost): number[] {
  return [post.minutes, ...(post.edits ?? []).map(({ minutes }) => minutes)];
}

function postOf(post: DemoPost, at: (minutes: number) => Date, last: number): IncomingPost {
  const vote = (value: 1 | -1) => (username: string, index: number) => {
    return { username, value, createdAt: at(post.minutes + 1 + index) };
  };
  const versions = [{ minutes: post.minutes, body: post.body }, ...(post.edits ?? [])];
  return {
    key: post.key,
    parentKey: post.parent,
    sourceId: null,
    author: post.author,
    createdAt: at(post.minutes),
    // Last of all: what quotes a post was written while its words could still be read.
    deletedAt: post.deleted ? at(last + 1) : null,
    revisions: versions.map(({ minutes, body }) => ({
      createdAt: at(minutes),
      body,
      order: null,
    })),
    votes: [...(post.up ?? []).map(vote(1)), ...(post.down ?? []).map(vote(-1))],
  };
}
