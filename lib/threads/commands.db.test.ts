import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { moderate } from "@/lib/moderation/commands";
import { type Member, SIGNED_OUT } from "@/lib/policy/viewer";
import { openThread } from "@/lib/threads/commands";
import { board, everything, person, succeeded } from "@/scripts/test/debate";
import { brokenInvariants } from "@/scripts/test/invariants";

let ada: Member;
let ben: Member;
let moderator: Member;
let place: { id: number; slug: string };

beforeAll(async () => {
  place = await board();
  ada = await person();
  ben = await person();
  moderator = await person({ moderates: [place.id] });
});

const link = (url: string) => ({
  kind: "link" as const,
  board: place.slug,
  title: "A page",
  url,
  text: "",
  formKey: randomUUID(),
});

const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 3_600_000);

test("a form sent twice, one after the other and at the same moment, makes one thread", async () => {
  const text = () => ({
    kind: "text" as const,
    board: place.slug,
    title: "Once",
    text: "Words.",
    formKey: randomUUID(),
  });
  const first = text();
  const once = await openThread(ada, first);
  expect(await openThread(ada, first)).toEqual(once);
  const second = text();
  const all = await Promise.all(Array.from({ length: 6 }, () => openThread(ada, second)));
  expect(new Set(all.map((each) => succeeded(each).threadId)).size).toBe(1);
  expect(await db().thread.count({ where: { title: "Once" } })).toBe(2);
  expect(await db().post.count({ where: { authorId: ada.id, parentId: null } })).toBe(2);
  expect(await brokenInvariants()).toEqual([]);
});

describe("an address posted again", () => {
  test("within 30 days leads to the thread that exists, however it is spelled", async () => {
    const { threadId } = succeeded(await openThread(ada, link("https://example.org/a?x=1&y=2")));
    for (const url of [
      "https://example.org/a?x=1&y=2",
      "http://www.example.org/a/?y=2&x=1&utm_source=mail#part",
    ]) {
      expect(succeeded(await openThread(ben, link(url)))).toEqual({ threadId, existed: true });
    }
  });

  test("by several people at the same moment makes one thread", async () => {
    const people = await Promise.all(Array.from({ length: 8 }, () => person()));
    const opened = await Promise.all(
      people.map((each) => openThread(each, link("https://example.org/at-once"))),
    );
    const values = opened.map(succeeded);
    expect(new Set(values.map(({ threadId }) => threadId)).size).toBe(1);
    expect(values.filter(({ existed }) => !existed)).toHaveLength(1);
  });

  test("after 30 days makes a new thread", async () => {
    const { threadId } = succeeded(await openThread(ada, link("https://example.org/old")));
    await db().thread.update({ where: { id: threadId }, data: { createdAt: daysAgo(29.9) } });
    const again = succeeded(await openThread(ben, link("https://example.org/old")));
    expect(again).toEqual({ threadId, existed: true });
    await db().thread.update({ where: { id: threadId }, data: { createdAt: daysAgo(30.1) } });
    const late = succeeded(await openThread(ben, link("https://example.org/old")));
    expect(late.existed).toBe(false);
  });

  test("does not lead to a hidden thread, except for who may see it", async () => {
    const { threadId } = succeeded(await openThread(ada, link("https://example.org/hidden")));
    await moderate(moderator, { verb: "hide", target: "thread", id: threadId, reason: "Spam." });
    const url = "https://example.org/hidden";
    expect(succeeded(await openThread(moderator, link(url)))).toEqual({ threadId, existed: true });
    expect(succeeded(await openThread(ben, link(url))).existed).toBe(false);
  });
});

test("what can't be opened leaves no change", async () => {
  const before = await everything();
  const refused = { ok: false, message: expect.stringMatching(/\.$/) };
  expect(await openThread(SIGNED_OUT, link("https://example.org/no"))).toMatchObject(refused);
  const nowhere = { ...link("https://example.org/no"), board: "no-such-board" };
  expect(await openThread(ada, nowhere)).toMatchObject({
    ...refused,
    fields: { board: expect.stringMatching(/board/) },
  });
  expect(await everything()).toEqual(before);
});
