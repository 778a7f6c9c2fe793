import { expect, test } from "vitest";
import type { IncomingPost } from "@/lib/transfer/thread";
import { timelineOf } from "@/lib/transfer/timeline";

/** A post whose revisions were saved at these minutes. */
function post(key: string, parentKey: string | null, minutes: number[], orders?: number[]) {
  const at = (minute: number) => new Date(minute * 60_000);
  return {
    key,
    parentKey,
    sourceId: key,
    author: "ada",
    createdAt: at(minutes[0] ?? 0),
    deletedAt: null,
    votes: [],
    revisions: minutes.map((minute, index) => {
      return { createdAt: at(minute), body: key, order: orders?.[index] ?? null };
    }),
  } satisfies IncomingPost;
}

function story(...posts: IncomingPost[]): string {
  return timelineOf({ posts })
    .map(({ post, number }) => `${post.key}${number}`)
    .join(" ");
}

test("posts and edits happen in the order of their times", () => {
  expect(story(post("a", null, [0, 20]), post("b", "a", [30]), post("c", "a", [10, 40]))).toBe(
    "a1 c1 a2 b1 c2",
  );
});

test("nothing happens before what it answers or mends, whatever the clocks said", () => {
  expect(story(post("a", null, [50, 40]), post("b", "a", [10]))).toBe("a1 a2 b1");
});

test("where the order was recorded, times do not count", () => {
  const posts = [
    post("a", null, [0, 9], [0, 2]),
    post("b", "a", [9], [1]),
    post("c", "a", [1], [3]),
  ];
  expect(story(...posts)).toBe("a1 b1 a2 c1");
});

test("a recorded order that contradicts itself is not believed", () => {
  expect(story(post("a", null, [0], [7]), post("b", "a", [1], [2]))).toBe("a1 b1");
});
