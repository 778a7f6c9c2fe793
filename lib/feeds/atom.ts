import { x } from "xastscript";
import { legal, xmlDocument } from "@/lib/feeds/xml";

/** Whoever wrote or published something. */
export interface AtomPerson {
  name: string;
  /** The full address of a page about them. */
  uri?: string;
}

/** One entry of a feed. All addresses are full ones. */
export interface AtomEntry {
  /** The same in every feed of the forum, and for ever. */
  id: string;
  /** The page that shows it. */
  page: string;
  title: string;
  author: AtomPerson;
  published: Date;
  updated: Date;
  category?: { term: string; label?: string };
  /** What a thread is about, elsewhere. */
  related?: string;
  /** What it answers (RFC 4685): the id and the page of another entry. */
  inReplyTo?: { id: string; page: string };
  content: { type: "text" | "html"; text: string };
}

/** A feed. All addresses are full ones, and paths in its content begin at the forum's. */
export interface AtomFeed {
  /** The forum's origin. */
  origin: string;
  /** The address of the feed's newest entries, which is its name too. */
  id: string;
  /** The address of this part of it. */
  self?: string;
  /** The address of the part with older entries (RFC 5005, 3). */
  next?: string | undefined;
  /** The page that says the same. */
  page: string;
  title: string;
  /** Who publishes it: the forum's name. */
  author: string;
  entries: readonly AtomEntry[];
}

/** What a feed in which nothing stands was updated at: it needs a date (RFC 4287, 4.1.1). */
const NEVER = new Date(0);

/** The media type of feeds. */
export const ATOM = "application/atom+xml";

/** An Atom feed (RFC 4287) as a document. */
export function atomDocument(feed: AtomFeed): string {
  const { origin, id, self = id, next, page, title, author, entries } = feed;
  const updated = newest(entries) ?? NEVER;
  const root = x(
    "feed",
    {
      xmlns: "http://www.w3.org/2005/Atom",
      "xmlns:thr": "http://purl.org/syndication/thread/1.0",
      "xml:lang": "en",
      "xml:base": `${origin}/`,
    },
    x("id", id),
    x("title", legal(title)),
    x("updated", updated.toISOString()),
    x("author", null, x("name", legal(author))),
    x("link", { rel: "self", type: ATOM, href: self }),
    x("link", { rel: "alternate", type: "text/html", href: page }),
    self === id ? [] : [x("link", { rel: "first", type: ATOM, href: id })],
    next === undefined ? [] : [x("link", { rel: "next", type: ATOM, href: next })],
    entries.map(atomEntry),
  );
  return xmlDocument(root);
}

/** When the newest of some entries was last changed; null where there is none. */
export function newest(entries: readonly AtomEntry[]): Date | null {
  const times = entries.map(({ updated }) => updated.getTime());
  return times.length === 0 ? null : new Date(times.reduce((a, b) => Math.max(a, b)));
}

function atomEntry(entry: AtomEntry) {
  const { author, category, inReplyTo, related, content } = entry;
  return x(
    "entry",
    null,
    x("id", entry.id),
    x("title", legal(entry.title)),
    x("updated", entry.updated.toISOString()),
    x("published", entry.published.toISOString()),
    x(
      "author",
      null,
      x("name", legal(author.name)),
      author.uri === undefined ? [] : [x("uri", author.uri)],
    ),
    category === undefined
      ? []
      : [
          x("category", {
            term: legal(category.term),
            label: category.label && legal(category.label),
          }),
        ],
    x("link", { rel: "alternate", type: "text/html", href: entry.page }),
    related === undefined ? [] : [x("link", { rel: "related", href: legal(related) })],
    inReplyTo === undefined
      ? []
      : [x("thr:in-reply-to", { ref: inReplyTo.id, type: "text/html", href: inReplyTo.page })],
    x("content", { type: content.type }, legal(content.text)),
  );
}
