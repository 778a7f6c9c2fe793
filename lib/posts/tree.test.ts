import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildTree, flatten, type TreeNode, type TreePost } from "@/lib/posts/tree";

const post = (id: number, parentId: number | null, more: Partial<TreePost> = {}): TreePost => ({
  ...{ id, parentId, createdAt: new Date(id), bestRank: 0, empty: false },
  ...more,
});

/** A tree as text: `1(2(3) 4)`. */
const drawn = (nodes: readonly TreeNode<TreePost>[]): string =>
  nodes
    .map(({ post: { id }, replies }) => (replies.length === 0 ? id : `${id}(${drawn(replies)})`))
    .join(" ");

const tree = (posts: readonly TreePost[], order: "best" | "new" | "old" = "old") =>
  drawn(buildTree(posts, order));

describe("the tree of a thread", () => {
  test("has every reply under its parent, whatever the order of the list", () => {
    const posts = [post(4, 2), post(1, null), post(3, 1), post(2, 1), post(5, 4)];
    expect(tree(posts)).toBe("1(2(4(5)) 3)");
    expect(tree([...posts].reverse())).toBe("1(2(4(5)) 3)");
    expect(tree([])).toBe("");
  });

  test("leaves out tombstones, unless something stands under them", () => {
    const gone = { empty: true };
    expect(tree([post(1, null), post(2, 1, gone), post(3, 1)])).toBe("1(3)");
    expect(tree([post(1, null), post(2, 1, gone), post(3, 2)])).toBe("1(2(3))");
    expect(tree([post(1, null), post(2, 1, gone), post(3, 2, gone), post(4, 3, gone)])).toBe("1");
    expect(tree([post(1, null, gone)])).toBe("1");
  });

  test("hangs posts without their parent, and circles, under the opening post", () => {
    expect(tree([post(1, null), post(2, 99), post(3, 2)])).toBe("1(2(3))");
    expect(tree([post(1, null), post(2, 2)])).toBe("1(2)");
    const circle = tree([post(1, null), post(2, 4), post(3, 2), post(4, 3), post(5, 4)]);
    expect(circle).toBe("1(2(3(4(5))))");
    expect(tree([post(2, 3), post(3, 2)])).toBe("2(3)");
  });

  test("sorts siblings by best, newest or oldest, and equals by age and id", () => {
    const at = (milliseconds: number, bestRank: number) => ({
      createdAt: new Date(milliseconds),
      bestRank,
    });
    const posts = [
      ...[post(1, null), post(2, 1, at(20, 0.1)), post(3, 1, at(10, 0.5)), post(4, 1, at(30, 0.5))],
      ...[post(5, 1, at(30, 0.5))],
    ];
    expect(tree(posts, "best")).toBe("1(3 4 5 2)");
    expect(tree(posts, "new")).toBe("1(5 4 2 3)");
    expect(tree(posts, "old")).toBe("1(3 2 4 5)");
  });

  test("of a chain of 10,000 replies is built and laid flat without running out of stack", () => {
    const chain = Array.from({ length: 10_000 }, (_, index) => post(index + 1, index || null));
    const rows = flatten(buildTree(chain, "best"));
    expect(rows).toHaveLength(10_000);
    expect(rows.at(-1)).toMatchObject({ depth: 9_999, post: { id: 10_000 } });
    const tombstones = chain.map((each) => ({ ...each, empty: true }));
    expect(flatten(buildTree(tombstones, "best"))).toHaveLength(1);
  });

  test("of 200,000 replies to one post is built too", () => {
    const wide = Array.from({ length: 200_000 }, (_, index) =>
      post(index + 1, index > 0 ? 1 : null),
    );
    expect(flatten(buildTree(wide, "new"))).toHaveLength(200_000);
  });
});

describe("laid flat", () => {
  test("the tree is in reading order, with depths, counts and next siblings", () => {
    const rows = flatten(
      buildTree([post(1, null), post(2, 1), post(3, 2), post(4, 1), post(5, 4), post(6, 4)], "old"),
    );
    expect(
      rows.map(({ post: { id }, depth, replyCount, nextSiblingId }) => [
        ...[id, depth, replyCount, nextSiblingId],
      ]),
    ).toEqual([
      [1, 0, 2, null],
      [2, 1, 1, 4],
      [3, 2, 0, null],
      [4, 1, 2, null],
      [5, 2, 0, 6],
      [6, 2, 0, null],
    ]);
  });
});

/** Posts of one thread as a broken database might hold them: parents missing, or in circles. */
const anyPosts = fc
  .array(
    fc.record({
      parent: fc.option(fc.integer({ min: 1, max: 30 }), { nil: null, freq: 8 }),
      createdAt: fc.integer({ min: 0, max: 5 }),
      bestRank: fc.constantFrom(0, 0.25, 0.5),
      empty: fc.boolean(),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((rows) =>
    rows.map(({ parent, createdAt, ...row }, index) => ({
      ...row,
      id: index + 1,
      parentId: index === 0 ? null : parent,
      createdAt: new Date(createdAt),
    })),
  );

const order = fc.constantFrom("best" as const, "new" as const, "old" as const);

describe("always", () => {
  test("every post that is not empty stands in the tree once, and none twice", () => {
    fc.assert(
      fc.property(anyPosts, order, (posts, by) => {
        const ids = flatten(buildTree(posts, by)).map((row) => row.post.id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { id, empty } of posts) if (!empty) expect(ids).toContain(id);
      }),
    );
  });

  test("no leaf is empty but an opening post", () => {
    fc.assert(
      fc.property(anyPosts, order, (posts, by) => {
        for (const { post: leaf, replyCount } of flatten(buildTree(posts, by))) {
          if (replyCount === 0 && leaf.parentId !== null) expect(leaf.empty).toBe(false);
        }
      }),
    );
  });

  test("the tree does not depend on the order of the list", () => {
    fc.assert(
      fc.property(anyPosts, order, fc.infiniteStream(fc.nat()), (posts, by, numbers) => {
        // Circles are broken where they are met first, so they are left out here.
        const sound = posts.map((each) =>
          each.parentId !== null && each.parentId >= each.id ? { ...each, parentId: 1 } : each,
        );
        const one = sound.map((each, index) =>
          index === 0 ? each : { ...each, parentId: each.parentId ?? 1 },
        );
        const shuffled = one
          .map((each) => ({ each, key: numbers.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ each }) => each);
        expect(drawn(buildTree(shuffled, by))).toBe(drawn(buildTree(one, by)));
      }),
    );
  });
});
