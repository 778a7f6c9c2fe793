import { annotationPageSchema } from "@/lib/annotations/testing/schema";
import { edit, expect, makeReply, moderation, remove, test, unique } from "./support/test";

const PROFILE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';

test("a post's quotes are W3C Web Annotations, by their address and for who accepts them", async ({
  page,
  person,
  thread,
}) => {
  const [ada, ben] = [await person(), await person({ name: "ben" })];
  const opened = await thread();
  const source = await makeReply(opened, ada, "Tea 🍰 first. The *water must* be boiling.");
  const quoting = await makeReply(source, ben, "> the water must be boiling\n\nWhy?");
  const { request } = page.context();
  const byName = await request.get(`/p/${quoting}.jsonld`);
  expect(byName.headers()["content-type"]).toBe(PROFILE);
  expect(byName.headers()["cache-control"]).toBe("private, no-store");
  const body = await byName.json();
  const { id, items } = annotationPageSchema.parse(body);
  const origin = new URL(byName.url()).origin;
  expect(id).toBe(`${origin}/p/${quoting}.jsonld`);
  expect(items).toMatchObject([
    {
      motivation: "replying",
      creator: { id: `${origin}/u/${ben.username}`, name: ben.username },
      body: { value: "<p>Why?</p>" },
      target: {
        source: `${origin}/p/${source}`,
        revision: 1,
        selector: [
          { exact: "The water must be boiling", prefix: "Tea 🍰 first. ", suffix: "." },
          { start: 13, end: 38 },
        ],
      },
    },
  ]);

  const accepting = async (accept: string) => {
    const response = await request.get(`/p/${quoting}`, { headers: { accept } });
    return response.headers()["content-type"];
  };
  expect(await accepting("application/ld+json")).toBe(PROFILE);
  expect(await accepting(`${PROFILE}, */*;q=0.1`)).toBe(PROFILE);
  expect(await accepting("text/html, application/ld+json;q=0.5")).toMatch(/^text\/html/);
  expect(await accepting("*/*")).toMatch(/^text\/html/);
  const nothing = await request.get("/p/2147483647.jsonld");
  expect([nothing.status(), await nothing.json()]).toEqual([
    404,
    { message: "There is nothing here." },
  ]);
});

test("annotations follow their source: edited, deleted, hidden and shown again", async ({
  moderator,
  page,
  person,
  thread,
}) => {
  const [ada, ben] = [await person(), await person({ name: "ben" })];
  const opened = await thread();
  const marker = unique("secret");
  const source = await makeReply(opened, ada, `Before. The ${marker} is in the garden. After.`);
  const quoting = await makeReply(source, ben, `> The ${marker} is in the garden.\n\nWhere?`);
  const get = async () => {
    const response = await page.context().request.get(`/p/${quoting}.jsonld`);
    return { text: await response.text(), status: response.status() };
  };
  const items = async () => annotationPageSchema.parse(JSON.parse((await get()).text)).items;
  const before = await get();
  await moderation("hide", { post: source }, moderator);
  expect(await items()).toEqual([]);
  expect((await get()).text).not.toContain(marker);
  await moderation("unhide", { post: source }, moderator);
  expect(await get()).toEqual(before);
  await edit(source, ada, "Nothing of the kind was said.");
  expect(await items()).toMatchObject([{ quoteStatus: "source edited" }]);
  await remove(source, ada);
  const { text } = await get();
  expect(text).toContain(marker);
  for (const gone of [ada.username, "Before.", "After.", "Nothing of the kind"]) {
    expect(text).not.toContain(gone);
  }
  await moderation("hide", { post: quoting }, moderator);
  expect(await get()).toMatchObject({ status: 410 });
});
