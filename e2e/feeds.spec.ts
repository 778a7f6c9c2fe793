import { Readable } from "node:stream";
import FeedParser from "feedparser";
import { parseAtomFeed } from "feedsmith";
import RssParser from "rss-parser";
import { atomFaults } from "@/scripts/test/atom-validator";
import {
  edit,
  expect,
  makeReply,
  moderation,
  type Person,
  type Thread,
  test,
  unique,
  visit,
} from "./support/test";

const BASE = process.env.E2E_BASE_URL ?? "";

async function readItems(xml: string): Promise<FeedParser.Item[]> {
  const items: FeedParser.Item[] = [];
  for await (const item of Readable.from([xml]).pipe(new FeedParser({}))) items.push(item);
  return items;
}

/** Every open feed in which a post of this author in this thread stands, if it opened the thread. */
const feedsOf = ({ id, board }: Thread, { username }: Person) => [
  "/feed.atom",
  `/b/${board.slug}/feed.atom`,
  `/t/${id}/feed.atom`,
  `/u/${username}/feed.atom`,
];

test("programs that read feeds are led to each by its page, and read posts with their quotes", async ({
  board,
  page,
  person,
  thread,
}) => {
  const author = await person();
  const marker = unique("marked");
  const opened = await thread({ author, text: `The opening words, **${marker}**, of a debate.` });
  const ben = await person({ name: "ben" });
  const answer = `> The opening words, ${marker}, of a debate.\n\nWhat ben says to it.`;
  await makeReply(opened, ben, answer);
  const pages = ["/", `/b/${board.slug}`, `/t/${opened.id}`, `/u/${author.username}`];
  for (const [index, feed] of feedsOf(opened, author).entries()) {
    await page.goto(pages[index] ?? "");
    const named = page.locator('link[rel="alternate"][type="application/atom+xml"]');
    expect(await named.getAttribute("href")).toBe(`${BASE}${feed}`);
    const response = await page.request.get(feed);
    expect(response.headers()["content-type"]).toBe("application/atom+xml; charset=utf-8");
    const xml = await response.text();
    expect(atomFaults(xml), feed).toEqual([]);
    const address = `${BASE}/p/${opened.openingId}`;
    const items = await readItems(xml);
    const item = items.find(({ guid }) => guid === address);
    expect(item).toMatchObject({ title: opened.title, author: author.username, link: address });
    expect(item?.description).toContain(`<strong>${marker}</strong>`);
    const { items: again } = await new RssParser().parseString(xml);
    expect(again.map(({ link }) => link)).toEqual(items.map(({ link }) => link));
    const third = parseAtomFeed(xml).entries ?? [];
    expect(third.map(({ id }) => id)).toEqual(items.map(({ guid }) => guid));
  }
  const [reply] = await readItems(
    await (await page.request.get(`/t/${opened.id}/feed.atom`)).text(),
  );
  expect(reply?.description).toMatch(/<blockquote cite="[^"]+"><p><a [^>]+>quoting /);
  expect(reply?.description).toContain("<p>What ben says to it.</p>");
  await page.goto(reply?.link ?? "");
  await expect(page.locator(":target")).toContainText("What ben says to it.");
});

test("a feed is sent again only when it changed, and at once without what was hidden", async ({
  moderator,
  page,
  person,
  thread,
}) => {
  const author = await person();
  const marker = unique("secret");
  const opened = await thread({
    author,
    text: `Soon to be hidden, with ${marker} in it, all of it.`,
  });
  const quoting = await person({ name: "ben" });
  await makeReply(opened, quoting, `> Soon to be hidden, with ${marker} in it, all of it.\n\nYes.`);
  const feeds = feedsOf(opened, author).slice(1);
  const { request } = page;
  const before = new Map<string, string>();
  for (const feed of feeds) {
    const { etag = "" } = (await request.get(feed)).headers();
    before.set(feed, etag);
    const again = await request.get(feed, { headers: { "if-none-match": etag } });
    expect(again.status()).toBe(304);
    expect(await again.text()).toBe("");
    expect(again.headers()["cache-control"]).toBe("public, no-cache");
  }
  await edit(
    opened.openingId,
    author,
    `Soon to be hidden, with ${marker} in it, all of it. Or so.`,
  );
  for (const feed of feeds) {
    const headers = { "if-none-match": before.get(feed) ?? "" };
    expect((await request.get(feed, { headers })).status()).toBe(200);
  }
  await moderation("hide", { thread: opened.id }, moderator);
  for (const feed of feeds) {
    const headers = { "if-none-match": before.get(feed) ?? "" };
    const response = await request.get(feed, { headers });
    expect(response.status()).toBe(feed.startsWith("/t/") ? 410 : 200);
    expect(await response.text()).not.toContain(marker);
  }
  await moderation("unhide", { thread: opened.id }, moderator);
  for (const feed of feeds) expect(await (await request.get(feed)).text()).toContain(marker);
});

for (const javaScriptEnabled of [true, false]) {
  test(`somebody makes an address for who quotes them, makes another, and takes it away, ${
    javaScriptEnabled ? "with" : "without"
  } JavaScript`, async ({ open, person, thread }) => {
    const author = await person();
    const marker = unique("quoted");
    const opened = await thread({ author, text: `Words to be quoted, ${marker}, by somebody.` });
    const ben = await person({ name: "ben" });
    await makeReply(opened, ben, `> Words to be quoted, ${marker}, by somebody.\n\nSo be it.`);
    const page = await open(author, { javaScriptEnabled });
    const go = () => (javaScriptEnabled ? visit(page, "/settings") : page.goto("/settings"));
    const nobody = await open(null);
    const link = page.getByRole("link", { name: /\/feeds\/quotes\// });
    await go();
    await page.getByRole("button", { name: "Make an address" }).click();
    const first = (await link.getAttribute("href")) ?? "";
    const response = await nobody.request.get(first);
    expect(response.headers()["cache-control"]).toBe("private, no-cache");
    expect(response.headers()["x-robots-tag"]).toBe("noindex");
    const xml = await response.text();
    expect(atomFaults(xml)).toEqual([]);
    const items = await readItems(xml);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ author: ben.username, title: `Re: ${opened.title}` });
    await go();
    await page.getByRole("button", { name: "Make another address" }).click();
    await expect(link).not.toHaveAttribute("href", first);
    const second = (await link.getAttribute("href")) ?? "";
    expect((await nobody.request.get(first)).status()).toBe(404);
    expect((await nobody.request.get(second)).status()).toBe(200);
    await page.getByRole("button", { name: "Take the feed away" }).click();
    await expect(link).toHaveCount(0);
    expect((await nobody.request.get(second)).status()).toBe(404);
  });
}

test("search engines are told of a thread with its quotes, and of nothing hidden", async ({
  moderator,
  page,
  person,
  thread,
}) => {
  const author = await person();
  const [marker, secret] = [unique("marked"), unique("secret")];
  const opened = await thread({
    author,
    title: `</script><b>${marker}`,
    text: `Words <i>to be</i> quoted, ${marker}, by somebody.`,
  });
  const ben = await person({ name: "ben" });
  const reply = await makeReply(opened, ben, `> to be quoted, ${marker}, by somebody.\n\nMine.`);
  const hidden = await makeReply(opened, ben, `Words that hold ${secret} for a while, and more.`);
  await makeReply(hidden, author, `> Words that hold ${secret} for a while, and more.\n\nHm.`);
  await moderation("hide", { post: hidden }, moderator);
  await page.goto(`/t/${opened.id}`);
  const block = page.locator('script[type="application/ld+json"]');
  const data = JSON.parse((await block.textContent()) ?? "");
  expect(JSON.stringify(data)).not.toContain(secret);
  expect(data).toMatchObject({
    "@type": "DiscussionForumPosting",
    headline: opened.title,
    url: `${BASE}/t/${opened.id}`,
    author: { name: author.username, url: `${BASE}/u/${author.username}` },
  });
  const comment = data.comment.find((each: { url: string }) => each.url === `${BASE}/p/${reply}`);
  expect(comment).toMatchObject({
    text: "Mine.",
    citation: [{ "@type": "Quotation", creator: { name: author.username } }],
  });
  const sitemap = await (await page.request.get("/sitemap.xml")).text();
  const parts = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, part = ""]) => part);
  const listed = async () =>
    (await Promise.all(parts.map(async (part) => (await page.request.get(part)).text()))).join("");
  const line = `<loc>${BASE}/t/${opened.id}</loc>`;
  expect(await listed()).toContain(line);
  const robots = await (await page.request.get("/robots.txt")).text();
  expect(robots).toContain(`Sitemap: ${BASE}/sitemap.xml`);
  await moderation("hide", { thread: opened.id }, moderator);
  expect(await listed()).not.toContain(line);
});

test("other sites are shown a thread by its picture and its words, and nothing once it is hidden", async ({
  moderator,
  page,
  thread,
}) => {
  const opened = await thread({ title: `What is meant by “${unique("meaning")}”? Ж ß Ω` });
  await page.goto(`/t/${opened.id}`);
  const meta = (name: string) =>
    page.locator(`meta[property="${name}"], meta[name="${name}"]`).first().getAttribute("content");
  expect(await meta("og:title")).toBe(opened.title);
  expect(await meta("og:url")).toBe(`${BASE}/t/${opened.id}`);
  expect(await meta("twitter:card")).toBe("summary_large_image");
  expect(await meta("og:description")).toContain("What is said here is the beginning");
  const address = (await meta("og:image")) ?? "";
  const picture = await page.request.get(address);
  expect(picture.headers()["content-type"]).toBe("image/png");
  expect((await picture.body()).subarray(1, 4).toString()).toBe("PNG");
  const { etag = "" } = picture.headers();
  const again = await page.request.get(address, { headers: { "if-none-match": etag } });
  expect(again.status()).toBe(304);

  const embed = page.locator('link[type="application/json+oembed"]');
  const oembed = (await embed.getAttribute("href")) ?? "";
  const response = await page.request.get(oembed);
  expect(await response.json()).toMatchObject({
    ...{ version: "1.0", type: "rich", title: opened.title, width: 600, height: 200 },
    html: expect.stringContaining("What is said here is the beginning"),
  });
  expect((await response.json()).html).not.toMatch(/<script|style=|<img/);
  const xml = await page.request.get(oembed.replace("format=json", "format=xml&maxwidth=320"));
  expect(await xml.text()).toContain("<width>320</width>");
  expect((await page.request.get(oembed.replace("format=json", "format=yaml"))).status()).toBe(501);
  for (const url of ["https://example.org/t/1", "nonsense", `${BASE}/settings`, `${BASE}/t/x`]) {
    const refused = await page.request.get(`/oembed?url=${encodeURIComponent(url)}`);
    expect([400, 404]).toContain(refused.status());
  }

  await moderation("hide", { thread: opened.id }, moderator);
  expect((await page.request.get(address)).status()).toBe(410);
  const known = await page.request.get(address, { headers: { "if-none-match": etag } });
  expect(known.status()).toBe(410);
  expect((await page.request.get(oembed)).status()).toBe(404);
  await page.goto(`/t/${opened.id}`);
  expect(await page.content()).not.toContain(opened.title);
});

test("a page says where it is by the name it is reached by, whoever asked before", async ({
  request,
  thread,
}) => {
  const { id } = await thread();
  for (const host of ["one.example.org", "two.example.org", "one.example.org"]) {
    for (let time = 0; time < 2; time += 1) {
      const html = await (await request.get(`/t/${id}`, { headers: { host } })).text();
      expect(html).toContain(`<link rel="canonical" href="http://${host}/t/${id}"`);
      expect(html).not.toContain(host === "one.example.org" ? "two.example" : "one.example");
    }
  }
});
