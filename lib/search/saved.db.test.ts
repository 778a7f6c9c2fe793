import { beforeAll, expect, test } from "vitest";
import type { Member } from "@/lib/policy/viewer";
import { SIGNED_OUT } from "@/lib/policy/viewer";
import { MOST_SAVED } from "@/lib/search/saved";
import { deleteSearch, renameSearch, renewFeedKey, saveSearch } from "@/lib/search/saved.commands";
import { savedSearchByKey, savedSearches } from "@/lib/search/saved.queries";
import { saveForm } from "@/lib/search/saved.schema";
import { person, succeeded } from "@/scripts/test/debate";

const NOW = new Date("2030-01-01");

let ada: Member;
let ben: Member;

beforeAll(async () => {
  [ada, ben] = [await person(), await person()];
});

const input = (name: string, query = "two words") => ({ name, query, order: "newest" as const });
const of = async (viewer: Member) => (await savedSearches(viewer)).map(({ name }) => name);

test("a search is kept once however often its form is sent, even at the same moment", async () => {
  const sent = [1, 2, 3, 4].map(() => saveSearch(ada, input("Mine"), NOW));
  expect((await Promise.all(sent)).every(({ ok }) => ok)).toBe(true);
  expect(await of(ada)).toEqual(["Mine"]);
  // Another search of this name is not lost without a word.
  expect(await saveSearch(ada, input("Mine", "others"), NOW)).toMatchObject({ kind: "conflict" });
});

test("a search that can't be made is not kept", async () => {
  expect(await saveSearch(ada, input("Broken", '"open'), NOW)).toMatchObject({ kind: "invalid" });
  expect(await saveSearch(SIGNED_OUT, input("Broken"), NOW)).toMatchObject({ kind: "signed-out" });
});

test("a search that was typed with signs no database keeps is kept without them", async () => {
  const sent = saveForm.parse({ name: "Odd", query: " two\0 \ud800words\n", order: "any" });
  succeeded(await saveSearch(ada, sent, NOW));
  const odd = (await savedSearches(ada)).find(({ name }) => name === "Odd");
  expect(odd).toMatchObject({ query: "two  \ufffdwords", order: "relevance" });
  succeeded(await deleteSearch(ada, odd?.id ?? 0));
});

test("nobody changes, or sees, what somebody else keeps", async () => {
  const [mine] = await savedSearches(ada);
  const id = mine?.id ?? 0;
  expect(await of(ben)).toEqual([]);
  expect(await renameSearch(ben, id, "Ben's")).toMatchObject({ kind: "missing" });
  expect(await renewFeedKey(ben, id)).toMatchObject({ kind: "missing" });
  await deleteSearch(ben, id);
  await deleteSearch(SIGNED_OUT, id);
  expect(await savedSearches(ada)).toEqual([mine]);
});

test("its private feed is opened by its key alone, until that is exchanged", async () => {
  const [mine] = await savedSearches(ada);
  const { id, feedKey } = mine ?? { id: 0, feedKey: "" };
  expect(await savedSearchByKey(id, feedKey)).toMatchObject({
    ...{ search: { query: "two words" }, owner: { id: ada.id, username: ada.username } },
  });
  for (const wrong of ["", "x", `${feedKey}x`, feedKey.toLowerCase()]) {
    expect(await savedSearchByKey(id, wrong), wrong).toBeNull();
  }
  succeeded(await renewFeedKey(ada, id));
  expect(await savedSearchByKey(id, feedKey)).toBeNull();
  expect(await savedSearchByKey(id, (await savedSearches(ada))[0]?.feedKey ?? "")).not.toBeNull();
});

test("it is renamed, but not to a name that is taken, and deleted", async () => {
  succeeded(await saveSearch(ada, input("Other"), NOW));
  const [mine, other] = await savedSearches(ada);
  expect(await renameSearch(ada, other?.id ?? 0, "Mine")).toMatchObject({ kind: "conflict" });
  succeeded(await renameSearch(ada, other?.id ?? 0, "Another"));
  expect(await of(ada)).toEqual(["Another", "Mine"]);
  succeeded(await deleteSearch(ada, mine?.id ?? 0));
  succeeded(await deleteSearch(ada, mine?.id ?? 0));
  expect(await of(ada)).toEqual(["Another"]);
});

test("there is an end to how many, also to many at the same moment", async () => {
  const sent = Array.from({ length: MOST_SAVED + 5 }, (_, number) =>
    saveSearch(ben, input(`Search ${number}`), NOW),
  );
  const kept = (await Promise.all(sent)).filter(({ ok }) => ok);
  expect(kept).toHaveLength(MOST_SAVED);
  expect(await of(ben)).toHaveLength(MOST_SAVED);
});
