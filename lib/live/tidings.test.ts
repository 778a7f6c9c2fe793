import fc from "fast-check";
import { expect, test } from "vitest";
import { eventText, parseWake } from "@/lib/live/event";
import { type Change, tidingsFor } from "@/lib/live/tidings";
import { SIGNED_OUT, type Viewer } from "@/lib/policy/viewer";
import { postSight, readable, threadSight } from "@/lib/policy/visibility";

const BOARD = 7;

const member = (id: number, more: Partial<Extract<Viewer, { signedIn: true }>> = {}): Viewer => ({
  ...{ signedIn: true, id, username: `person${id}`, admin: false, moderates: [], ...more },
});

const viewers: readonly Viewer[] = [
  SIGNED_OUT,
  member(1),
  member(2),
  member(3, { moderates: [BOARD] }),
  member(4, { moderates: [BOARD + 1] }),
  member(5, { admin: true }),
  member(6, { blocks: [1, 2] }),
];

const threadFacts = fc.record({
  authorId: fc.constantFrom(1, 2),
  boardId: fc.constant(BOARD),
  hidden: fc.boolean(),
  merged: fc.boolean(),
});

const changes = threadFacts.chain((thread) =>
  fc.array(
    fc.record({
      threadId: fc.constant(1),
      postId: fc.constantFrom(11, 12, 13),
      kind: fc.constantFrom("post" as const, "quote" as const, "redacted" as const),
      before: fc.constantFrom(
        "open" as const,
        "hidden" as const,
        "deleted" as const,
        "absent" as const,
      ),
      post: fc.option(
        fc.record({
          authorId: fc.constantFrom(1, 2),
          hidden: fc.boolean(),
          deleted: fc.boolean(),
        }),
      ),
      thread: fc.constant(thread),
    }),
    { minLength: 1, maxLength: 5 },
  ),
);

test("nobody is told of a post that they could read neither before nor now, and each post once", () => {
  fc.assert(
    fc.property(changes, fc.constantFrom(...viewers), (all: Change[], viewer) => {
      const told = tidingsFor(viewer, all);
      const ids = told === null ? [] : [told.fresh, told.changed, told.gone, told.redacted].flat();
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) {
        const ofPost = all.filter(({ postId }) => postId === id);
        const [first, last] = [ofPost[0], ofPost.at(-1)];
        const { thread } = all[0] as Change;
        expect(readable(threadSight(viewer, thread))).toBe(true);
        const reads =
          last?.post != null && readable(postSight(viewer, { ...last.post, thread: last.thread }));
        expect(reads || first?.before === "open" || first?.before === "hidden").toBe(true);
        if (told?.gone.includes(id)) expect(reads).toBe(false);
        else expect(reads).toBe(true);
        if (!viewer.signedIn && first?.before !== "open") expect(told?.fresh).toContain(id);
      }
    }),
  );
});

test("a thread that is gone is told to who could read it, and to nobody else", () => {
  const thread = { authorId: 1, boardId: BOARD, hidden: true, merged: false };
  const change = (before: Change["before"]): Change => ({
    ...{ threadId: 1, postId: null, kind: "thread", before, post: null, thread },
  });
  const told = (before: Change["before"]) =>
    viewers.map((viewer) => tidingsFor(viewer, [change(before)])?.thread ?? null);
  expect(told("open")).toEqual(["gone", "changed", "gone", "changed", "gone", "changed", "gone"]);
  expect(told("hidden")).toEqual([null, "changed", null, "changed", null, "changed", null]);
});

test("only words of the forum wake anybody, and an event stands on lines of its own", () => {
  expect(parseWake("changes")).toEqual({ about: "changes" });
  expect(parseWake("12 notices")).toEqual({ about: "person", userId: 12, event: "notices" });
  for (const payload of [undefined, "", "0 notices", "12", "12 Notices", "12 a\nb", "x notices"])
    expect(parseWake(payload)).toBeNull();
  expect(eventText("beat", "", "1:1:")).toBe("id: 1:1:\nevent: beat\ndata: \n\n");
  expect(eventText("ended", "signed out")).toBe("event: ended\ndata: signed out\n\n");
});
