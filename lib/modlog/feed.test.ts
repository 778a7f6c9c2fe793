import fc from "fast-check";
import { parseAtomFeed } from "feedsmith";
import { expect, test } from "vitest";
import { MODERATION_KINDS } from "@/lib/moderation/kinds";
import type { LogEntry } from "@/lib/modlog/entry";
import { atomFeed } from "@/lib/modlog/feed";
import { sentenceText } from "@/lib/modlog/sentence";

const ORIGIN = "https://forum.example.org";
const ABOUT = {
  origin: ORIGIN,
  address: "/modlog.atom",
  page: "/modlog",
  title: "Moderation log",
  author: "Rejoinder",
};

/** What people can have typed into a name, a title or a reason, and imports brought. */
const words = fc.string({ unit: "binary", minLength: 1, maxLength: 30 });
const board = fc.record({ slug: fc.constant("logic"), name: words });
const thread = fc.record({ id: fc.nat(), title: fc.option(words), board });
const anyEntry: fc.Arbitrary<LogEntry> = fc.record({
  id: fc.integer({ min: 1, max: 2_147_483_646 }),
  kind: fc.constantFrom(...MODERATION_KINDS),
  at: fc.date({ min: new Date(0), max: new Date("2200-01-01"), noInvalidDate: true }),
  actor: fc.option(words.map((text) => text.toWellFormed())),
  target: fc.oneof(
    fc.record({ what: fc.constant("thread" as const), thread }),
    fc.record({ what: fc.constant("post" as const), thread, postId: fc.nat() }),
  ),
  branch: fc.boolean(),
  reason: words,
  basis: fc.constantFrom("own", "report", "automatic"),
  until: fc.constant(null),
  minutes: fc.option(fc.nat()),
  touched: fc.nat(),
  from: fc.option(board),
  to: fc.option(board),
  other: fc.option(thread),
  undoes: fc.constant(null),
  undoneBy: fc.constant(null),
});

test("an independent reader of Atom finds every action, whatever people called themselves and their threads", () => {
  fc.assert(
    fc.property(fc.array(anyEntry, { maxLength: 5 }), (entries) => {
      const feed = parseAtomFeed(atomFeed({ ...ABOUT, entries }));
      expect(feed.entries?.map(({ id }) => id) ?? []).toEqual(
        entries.map(({ id }) => `${ORIGIN}/modlog#action-${id}`),
      );
    }),
  );
});

test("a feed has what RFC 4287 asks for", () => {
  const entry: LogEntry = {
    ...{ id: 12, kind: "hide", at: new Date("2026-11-24T10:00:00Z"), actor: "mara" },
    target: {
      what: "thread",
      thread: { id: 4, title: "<b>Rules</b> & 'exceptions'", board: { slug: "logic", name: "L" } },
    },
    ...{ branch: false, reason: "Spam ]]> <x>", basis: "own", until: null, minutes: null },
    ...{ touched: 0, from: null, to: null, other: null, undoes: null, undoneBy: null },
  };
  const feed = parseAtomFeed(atomFeed({ ...ABOUT, entries: [entry] }));
  const time = "2026-11-24T10:00:00.000Z";
  expect(feed).toMatchObject({
    id: `${ORIGIN}/modlog.atom`,
    title: { value: "Moderation log" },
    updated: time,
    authors: [{ name: "Rejoinder" }],
    links: [
      { rel: "self", type: "application/atom+xml", href: `${ORIGIN}/modlog.atom` },
      { rel: "alternate", type: "text/html", href: `${ORIGIN}/modlog` },
    ],
  });
  expect(feed.entries).toMatchObject([
    {
      id: `${ORIGIN}/modlog#action-12`,
      title: { value: sentenceText(entry) },
      ...{ updated: time, published: time, content: { value: "Reason: Spam ]]> <x>" } },
      authors: [{ name: "mara", uri: `${ORIGIN}/u/mara` }],
      links: [{ rel: "alternate", href: `${ORIGIN}/modlog?before=13#action-12` }],
    },
  ]);
});

test("an empty feed is one too", () => {
  const feed = parseAtomFeed(atomFeed({ ...ABOUT, entries: [] }));
  expect(feed).toMatchObject({
    updated: "1970-01-01T00:00:00.000Z",
    title: { value: "Moderation log" },
  });
});
