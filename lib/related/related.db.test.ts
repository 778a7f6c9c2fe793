import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import type { Member } from "@/lib/policy/viewer";
import { SIGNED_OUT } from "@/lib/policy/viewer";
import { findRelated } from "@/lib/related/commands";
import { relatedThreads } from "@/lib/related/queries";
import { MOST_RELATED } from "@/lib/related/reason";
import { threadVersion } from "@/lib/versions/queries";
import { answer, board, person, thread } from "@/scripts/test/debate";

let ada: Member;
let place: { id: number; slug: string };

beforeAll(async () => {
  [ada, place] = [await person(), await board()];
});

async function titled(title: string, address?: string): Promise<{ id: number; openingId: number }> {
  const made = await thread(ada, place, "Nothing much.");
  const link =
    address === undefined
      ? {}
      : { kind: "link" as const, url: `https://${address}`, urlKey: address };
  await db().thread.update({ where: { id: made.id }, data: { title, ...link } });
  return made;
}

const reasons = async (id: number) =>
  (await relatedThreads(SIGNED_OUT, id)).map((each) => [each.id, each.reason]);

test("threads of one address are related, then those of one site", async () => {
  const first = await titled("First of all", "example.org/a");
  const site = await titled("Elsewhere on it", "example.org/b");
  await titled("Somewhere else", "example.net/a");
  const again = await titled("Second of all", "example.org/a");
  await findRelated(again.id);
  expect(await reasons(again.id)).toEqual([
    [first.id, "same address"],
    [site.id, "same site"],
  ]);
  // And the other way round, where it is more than a site.
  expect(await reasons(first.id)).toEqual([[again.id, "same address"]]);
  expect(await reasons(site.id)).toEqual([]);
});

test("rare words in common make threads related, common ones do not", async () => {
  const first = await titled("Monads for the working electrician");
  const second = await titled("What electricians make of monads");
  const third = await titled("What people make of people");
  for (const each of [first, second, third]) await findRelated(each.id);
  expect(await reasons(second.id)).toEqual([[first.id, "shared words"]]);
  expect(await reasons(third.id)).toEqual([]);
});

test("a quote across threads relates them", async () => {
  const source = await titled("Where it was said");
  const other = await titled("Where it was repeated");
  const said = await answer(ada, source.openingId, "A sentence that is repeated elsewhere.");
  const repeated = await answer(ada, said, "> A sentence that is repeated elsewhere.\n\nSo it is.");
  // As a split leaves it.
  await db().post.update({
    where: { id: repeated },
    data: { threadId: other.id, parentId: other.openingId },
  });
  await findRelated(source.id);
  expect(await reasons(source.id)).toEqual([[other.id, "quoted"]]);
  expect(await reasons(other.id)).toEqual([[source.id, "quoted"]]);
});

test("a page is another one when what is related to its thread is renamed or hidden, and only then", async () => {
  const first = await titled("Ptarmigans of the Hebrides");
  const second = await titled("Hebrides, land of ptarmigans");
  await findRelated(second.id);
  const before = await threadVersion(second.id);
  await findRelated(second.id);
  await findRelated(first.id);
  expect(await threadVersion(second.id)).toBe(before);
  await db().thread.update({ where: { id: first.id }, data: { title: "Birds" } });
  const renamed = await threadVersion(second.id);
  expect(renamed).not.toBe(before);
  const { id: hideActionId } = await db().moderationAction.create({
    data: { kind: "hide", actorId: ada.id, threadId: first.id, reason: "A test." },
  });
  await db().thread.update({ where: { id: first.id }, data: { hideActionId } });
  expect(await threadVersion(second.id)).not.toBe(renamed);
  expect(await reasons(second.id)).toEqual([]);
});

test("a thread names a few others at most", async () => {
  const all = [];
  for (let number = 0; number < MOST_RELATED + 4; number += 1) {
    all.push(await titled(`Axolotl ${number}`, "axolotl.example.org/"));
  }
  for (const each of all) await findRelated(each.id);
  for (const each of all) expect(await reasons(each.id)).toHaveLength(MOST_RELATED);
});

test("a muted thread is not named to whoever muted it", async () => {
  const first = await titled("Zeugmas and syllepses");
  const second = await titled("Syllepses, zeugmas");
  await findRelated(second.id);
  expect(await relatedThreads(ada, second.id)).toHaveLength(1);
  await db().threadMute.create({ data: { userId: ada.id, threadId: first.id } });
  expect(await relatedThreads(ada, second.id)).toEqual([]);
});
