import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { moderate } from "@/lib/moderation/commands";
import { type Member, SIGNED_OUT, type Viewer } from "@/lib/policy/viewer";
import type { ThreadOrder } from "@/lib/routes";
import { listThreads, THREADS_PER_PAGE } from "@/lib/threads/lists.queries";
import { readThread } from "@/lib/threads/queries";
import { castVote } from "@/lib/votes/commands";
import { answer, board, manyReplies, person, succeeded, thread } from "@/scripts/test/debate";
import { countStatements } from "@/scripts/test/statements";

let ada: Member;
let ben: Member;
let place: { id: number; slug: string };

beforeAll(async () => {
  place = await board();
  ada = await person();
  ben = await person();
});

describe("the whole thread", () => {
  test("is read in the same number of statements for 10 posts and for 500, signed out and in", async () => {
    const made = [];
    for (const size of [10, 500]) {
      const { id, openingId } = await thread(ada, place, "Words to be quoted here.\n\nAnd more.");
      const quoting = await answer(ben, openingId, "> Words to be quoted here.\n\nYes.");
      succeeded(await castVote(ada, quoting, 1));
      await manyReplies(ben, quoting, size - 2);
      made.push({ id, size });
    }
    const quote = await db().quote.findFirstOrThrow({ where: { sourcePostId: { not: null } } });
    for (const viewer of [SIGNED_OUT, ada] satisfies Viewer[]) {
      for (const quoteId of [undefined, quote.id]) {
        const counts = [];
        for (const { id, size } of made) {
          const page = await readThread(viewer, id, { quoteId });
          if (page.found !== "thread") throw new Error(page.found);
          expect(page.thread.replyCount).toBe(size - 1);
          counts.push(await countStatements(() => readThread(viewer, id, { quoteId })));
        }
        expect(counts[0]).toBeGreaterThan(0);
        expect(counts[1]).toBe(counts[0]);
        expect(counts[1]).toBeLessThanOrEqual(9);
      }
    }
  });

  test("has the viewer's own votes and nobody else's", async () => {
    const { id, openingId } = await thread(ada, place);
    succeeded(await castVote(ben, openingId, -1));
    const voteOf = async (viewer: Viewer) => {
      const page = await readThread(viewer, id);
      return page.found === "thread" ? page.thread.opening.ownVote : null;
    };
    expect([await voteOf(ben), await voteOf(ada), await voteOf(SIGNED_OUT)]).toEqual([-1, 0, 0]);
  });

  test("a very long chain of replies is read, and shown in pages that have all of it", async () => {
    const { id, openingId } = await thread(ada, place);
    await manyReplies(ben, openingId, 3_000);
    await db().$executeRaw`
      UPDATE posts SET parent_id = id - 1 WHERE thread_id = ${id} AND parent_id IS NOT NULL
        AND EXISTS (SELECT 1 FROM posts before WHERE before.id = posts.id - 1)`;
    const shown = async (wish: { page?: number; at?: number }) => {
      const found = await readThread(SIGNED_OUT, id, wish);
      if (found.found !== "thread") throw new Error(found.found);
      return found.thread;
    };
    // A chain has no end of a branch to cut at: its first page is as short as pages get.
    const [one, two] = [await shown({}), await shown({ page: 2 })];
    expect(one.paging).toEqual({ page: 1, pages: 2, first: 1, last: 1_000, total: 3_000 });
    const depths = [...one.replies, ...two.replies].map(({ depth }) => depth);
    expect(depths).toEqual([...Array(3_000).keys()]);
    const last = two.replies.at(-1)?.post.id;
    expect((await shown({ at: last })).paging.page).toBe(2);
    expect((await shown({ at: openingId })).paging.page).toBe(1);
    expect(await readThread(SIGNED_OUT, id, { page: 3 })).toEqual({ found: "nothing" });
  });
});

describe("lists of threads", () => {
  test("page by page hold every thread once, in order, in each order", async () => {
    const listed = await board();
    const total = 2 * THREADS_PER_PAGE + 7;
    await db().thread.createMany({
      data: Array.from({ length: total }, (_, index) => ({
        boardId: listed.id,
        authorId: ada.id,
        kind: "text" as const,
        title: `Listed ${index}`,
        // Many ties, so that only the id tells threads apart.
        createdAt: new Date(Date.UTC(2026, 0, 1 + (index % 5))),
        lastPostAt: new Date(Date.UTC(2026, 1, 1 + (index % 3), 1, 2, 3, index % 2)),
        score: (index % 4) - 2,
        hotRank: 14_000.123_456_789 + (index % 6) / 7,
      })),
    });
    const rows = await db().thread.findMany({ where: { boardId: listed.id } });
    await db().post.createMany({
      data: rows.map(({ id, authorId }) => ({ threadId: id, authorId })),
    });
    const keys: Record<ThreadOrder, (row: (typeof rows)[number]) => number> = {
      hot: (row) => row.hotRank,
      new: (row) => row.createdAt.getTime(),
      top: (row) => row.score,
      active: (row) => row.lastPostAt.getTime(),
    };
    for (const order of ["hot", "new", "top", "active"] as const) {
      const key = keys[order];
      const expected = [...rows].sort((a, b) => key(b) - key(a) || b.id - a.id).map(({ id }) => id);
      const found: number[] = [];
      let after: string | undefined;
      for (let pages = 0; pages < 5; pages += 1) {
        const page = await listThreads(SIGNED_OUT, { order, boardId: listed.id, after });
        found.push(...page.lines.map(({ id }) => id));
        if (page.next === null) break;
        after = page.next;
      }
      expect(found, order).toEqual(expected);
    }
  });

  test("take the same number of statements for one thread and for a page of them", async () => {
    const [few, many] = [await board(), await board()];
    await thread(ada, few);
    for (let made = 0; made < 12; made += 1) await thread(ada, many);
    const count = (boardId: number) =>
      countStatements(() => listThreads(ben, { order: "hot", boardId }));
    expect(await count(many.id)).toBe(await count(few.id));
  });
});

describe("a board's pinned threads", () => {
  test("stand above the others, five at most, and none is left out or shown twice", async () => {
    const pinning = await board();
    const moderator = await person({ moderates: [pinning.id] });
    const made = [];
    for (let count = 0; count < THREADS_PER_PAGE + 8; count += 1) {
      made.push((await thread(ada, pinning)).id);
    }
    for (const id of made.slice(0, 7)) {
      succeeded(
        await moderate(moderator, { verb: "pin", target: "thread", id, reason: "Read me" }),
      );
    }
    const wish = { order: "hot", boardId: pinning.id } as const;
    const first = await listThreads(ada, wish);
    expect(first.lines.slice(0, 6).map(({ pinned }) => pinned)).toEqual([
      ...[true, true, true, true, true, false],
    ]);
    const second = await listThreads(ada, { ...wish, after: first.next ?? "" });
    expect(second.next).toBeNull();
    const shown = [...first.lines, ...second.lines].map(({ id }) => id);
    expect(shown.toSorted((a, b) => a - b)).toEqual(made);
  });
});
