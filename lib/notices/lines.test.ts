import { expect, test } from "vitest";
import { linesOf } from "@/lib/notices/lines";
import type { NoticeView } from "@/lib/notices/notice";

const AT = new Date(0);

function post(id: number, threadId: number, unread = true): NoticeView {
  const thread = { id: threadId, title: `Thread ${threadId}` };
  return {
    kind: "post",
    id,
    at: AT,
    unread,
    postId: id,
    author: "ada",
    reasons: ["reply"],
    thread,
  };
}

const report = (id: number): NoticeView => ({
  ...{ kind: "report", id, at: AT, unread: true, outcome: "acted" },
});

/** Each line as the ids of its notices. */
const idsOf = (notices: NoticeView[], most?: number) =>
  linesOf(notices, most).lines.map((line) =>
    line.kind === "thread" ? line.posts.map(({ id }) => id) : line.id,
  );

test("posts of a thread stand on one line, where the newest of them is", () => {
  expect(idsOf([post(9, 1), post(8, 2), report(7), post(6, 1), report(5)])).toEqual([
    [9, 6],
    [8],
    7,
    5,
  ]);
});

test("what was read and what was not are never on one line", () => {
  expect(idsOf([post(9, 1), post(8, 1, false), post(7, 1), post(6, 1, false)])).toEqual([
    [9, 7],
    [8, 6],
  ]);
});

test("a page ends where a line too many would begin, and the next goes on from there", () => {
  const notices = [post(9, 1), post(8, 2), post(7, 1), post(6, 3), post(5, 1)];
  expect(idsOf(notices, 2)).toEqual([[9, 7], [8]]);
  expect(linesOf(notices, 2).last).toBe(7);
  expect(linesOf(notices).last).toBe(5);
  expect(linesOf([]).last).toBeNull();
});
