import fc from "fast-check";
import { expect, test } from "vitest";
import type { PostView } from "@/lib/posts/view";
import type { PostOrder } from "@/lib/routes";
import { ReadingOrders } from "@/lib/threads/reading-order";

/** What the order is made of, of one post; the rest of a view is not looked at. */
const post = fc.record({
  parent: fc.nat(),
  bestRank: fc.nat(3),
  second: fc.nat(3),
  empty: fc.boolean(),
});

/** A thread of posts, the first of which opened it. */
function thread(parts: { parent: number; bestRank: number; second: number; empty: boolean }[]) {
  return parts.map(({ parent, bestRank, second, empty }, place) => {
    const parentId = place === 0 ? null : (parent % place) + 1;
    const createdAt = new Date(second * 1000);
    return { id: place + 1, parentId, bestRank, createdAt, empty } as PostView;
  });
}

test("an order taken over from an earlier state is the one that would be found anew", () => {
  fc.assert(
    fc.property(
      fc.array(post, { minLength: 1, maxLength: 12 }),
      fc.array(fc.record({ place: fc.nat(), to: post }), { maxLength: 3 }),
      fc.array(post, { maxLength: 2 }),
      fc.constantFrom<PostOrder>("best", "new", "old"),
      (posts, changes, added, order) => {
        const before = new ReadingOrders();
        before.of(thread(posts), order);
        const changed = [...posts, ...added];
        for (const { place, to } of changes) changed[place % changed.length] = to;
        const now = thread(changed);
        const fresh = new ReadingOrders().of(now, order);
        expect(new ReadingOrders(before).of(now, order)).toEqual(fresh);
      },
    ),
    { numRuns: 500 },
  );
});

test("the rows hold the posts as they are now, not as they were", () => {
  const parts = { parent: 0, second: 0, empty: false };
  const before = new ReadingOrders();
  before.of(thread([0, 5, 1].map((bestRank) => ({ ...parts, bestRank }))), "best");
  const now = thread([0, 7, 1].map((bestRank) => ({ ...parts, bestRank })));
  const ranks = new ReadingOrders(before).of(now, "best").map(({ post }) => post.bestRank);
  expect(ranks).toEqual([7, 1]);
});
