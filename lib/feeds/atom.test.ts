import { Readable } from "node:stream";
import fc from "fast-check";
import FeedParser from "feedparser";
import RssParser from "rss-parser";
import { describe, expect, test } from "vitest";
import { type AtomEntry, type AtomFeed, atomDocument } from "@/lib/feeds/atom";
import { atomFaults } from "@/scripts/test/atom-validator";

const ORIGIN = "https://forum.example.org";
const FEED: AtomFeed = {
  origin: ORIGIN,
  id: `${ORIGIN}/feed.atom`,
  page: `${ORIGIN}/`,
  title: "Rejoinder",
  author: "Rejoinder",
  entries: [],
};

/** What people can have typed, and imports brought. */
const words = fc.string({ unit: "binary", minLength: 1, maxLength: 40 });
const anyTime = fc.date({ min: new Date(0), max: new Date("2200-01-01"), noInvalidDate: true });
const anyEntry: fc.Arbitrary<AtomEntry> = fc.record(
  {
    id: fc.nat().map((id) => `${ORIGIN}/p/${id}`),
    page: fc.nat().map((id) => `${ORIGIN}/p/${id}`),
    title: words,
    author: fc.record({ name: words, uri: fc.constant(`${ORIGIN}/u/ada`) }),
    published: anyTime,
    updated: anyTime,
    category: fc.record({ term: words, label: words }),
    inReplyTo: fc.constant({ id: `${ORIGIN}/p/1`, page: `${ORIGIN}/p/1` }),
    content: fc.record({ type: fc.constantFrom("text", "html"), text: words }),
  },
  { requiredKeys: ["id", "page", "title", "author", "published", "updated", "content"] },
);
const anyEntries = fc.uniqueArray(anyEntry, { selector: ({ id }) => id, maxLength: 5 });

async function read(xml: string): Promise<FeedParser.Item[]> {
  const items: FeedParser.Item[] = [];
  const parser = new FeedParser({ feedurl: FEED.id });
  for await (const item of Readable.from([xml]).pipe(parser)) items.push(item);
  return items;
}

describe("a feed, whatever people typed,", () => {
  test("is Atom by every rule of RFC 4287", () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        expect(atomFaults(atomDocument({ ...FEED, entries }))).toEqual([]);
      }),
    );
  });

  test("is read by two programs that read feeds, entry for entry", async () => {
    await fc.assert(
      fc.asyncProperty(anyEntries, async (entries) => {
        const xml = atomDocument({ ...FEED, entries });
        const ids = entries.map(({ id }) => id);
        expect((await read(xml)).map(({ guid }) => guid)).toEqual(ids);
        const { items } = await new RssParser().parseString(xml);
        expect(items.map(({ id }) => id)).toEqual(ids);
      }),
      { numRuns: 30 },
    );
  });
});

const ENTRY: AtomEntry = {
  id: `${ORIGIN}/p/12`,
  page: `${ORIGIN}/p/12`,
  title: "<b>Rules</b> & 'exceptions' ]]>",
  author: { name: "ada", uri: `${ORIGIN}/u/ada` },
  published: new Date("2026-11-23T10:00:00Z"),
  updated: new Date("2026-11-24T10:00:00Z"),
  category: { term: "logic", label: "Logic" },
  related: "https://example.org/a?b=1&c=2",
  inReplyTo: { id: `${ORIGIN}/p/11`, page: `${ORIGIN}/p/11` },
  content: {
    type: "html",
    text: '<p>Words &amp; more</p><blockquote cite="x">quoted</blockquote>',
  },
};

test("programs that read feeds find who wrote what, when and where", async () => {
  const xml = atomDocument({ ...FEED, entries: [ENTRY] });
  const [item] = await read(xml);
  expect(item).toMatchObject({
    // This one leaves out what it takes for tags.
    title: "Rules & 'exceptions' ]]>",
    author: "ada",
    link: ENTRY.page,
    date: ENTRY.updated,
    pubdate: ENTRY.published,
    categories: ["logic"],
  });
  expect(item?.description).toContain("<p>Words &amp; more</p>");
  const { items } = await new RssParser().parseString(xml);
  expect(items).toMatchObject([
    { title: ENTRY.title, author: "ada", link: ENTRY.page, content: ENTRY.content.text },
  ]);
});

test("a page of a longer feed leads to the first and the next one (RFC 5005)", () => {
  const [self, next] = [`${FEED.id}?before=9`, `${FEED.id}?before=5`];
  const xml = atomDocument({ ...FEED, self, next, entries: [ENTRY] });
  expect(atomFaults(xml)).toEqual([]);
  expect(xml).toContain(`<id>${FEED.id}</id>`);
  expect(xml).toContain(`rel="self" type="application/atom+xml" href="${self}"`);
  expect(xml).toContain(`rel="first" type="application/atom+xml" href="${FEED.id}"`);
  expect(xml).toContain(`rel="next" type="application/atom+xml" href="${next}"`);
});

test("what is no feed by those rules is found out", () => {
  const xml = atomDocument({ ...FEED, entries: [ENTRY] });
  const broken = (from: string | RegExp, to: string) => {
    const changed = xml.replace(from, to);
    expect(changed).not.toBe(xml);
    expect(atomFaults(changed)).not.toEqual([]);
  };
  broken(`<id>${FEED.id}</id>`, "");
  broken(/<updated>[^<]*<\/updated>/, "<updated>yesterday</updated>");
  broken(/<author>.*?<\/author>/, "<author></author>");
  const alternate = '<link rel="alternate" type="text/html"';
  broken(alternate, `${alternate} href="https://x.example/"/>${alternate}`);
  broken("<title>", "<title/><title>");
  broken('term="logic"', "");
  broken('type="html"', 'type="xhtml"');
  broken("<content", "<sentence/><content");
  expect(() => atomFaults(xml.replace("</feed>", ""))).toThrow();
});
