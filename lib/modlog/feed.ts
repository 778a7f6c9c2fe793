import { toXml } from "xast-util-to-xml";
import { x } from "xastscript";
import type { LogEntry } from "@/lib/modlog/entry";
import { sentenceText } from "@/lib/modlog/sentence";
import { routes } from "@/lib/routes";

/** The log, or a part of it, as a feed. */
export interface LogFeed {
  /** The forum's origin. */
  origin: string;
  /** The path of the feed. */
  address: string;
  /** The path of the page that says the same. */
  page: string;
  title: string;
  /** Who publishes it: the forum's name. */
  author: string;
  entries: readonly LogEntry[];
}

/** What the feed of a log in which nothing stands was updated at: it needs a date (RFC 4287, 4.1.1). */
const NEVER = new Date(0);

/** An Atom feed (RFC 4287). An action has the same id in every feed of the forum. */
export function atomFeed({ origin, address, page, title, author, entries }: LogFeed): string {
  const newest = entries[0]?.at ?? NEVER;
  const feed = x(
    "feed",
    { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": "en" },
    x("id", `${origin}${address}`),
    x("title", legal(title)),
    x("updated", newest.toISOString()),
    x("author", null, x("name", legal(author))),
    x("link", { rel: "self", type: "application/atom+xml", href: `${origin}${address}` }),
    x("link", { rel: "alternate", type: "text/html", href: `${origin}${page}` }),
    entries.map((entry) => atomEntry(origin, entry)),
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n${toXml(feed)}\n`;
}

function atomEntry(origin: string, entry: LogEntry) {
  const time = entry.at.toISOString();
  const { actor } = entry;
  return x(
    "entry",
    null,
    x("id", `${origin}/modlog#action-${entry.id}`),
    x("title", legal(sentenceText(entry))),
    x("updated", time),
    x("published", time),
    actor === null
      ? x("author", null, x("name", "An automatic rule"))
      : x("author", null, x("name", legal(actor)), x("uri", `${origin}${routes.person(actor)}`)),
    x("category", { term: entry.kind }),
    x("link", {
      rel: "alternate",
      type: "text/html",
      href: `${origin}${routes.logEntry(entry.id)}`,
    }),
    x("content", { type: "text" }, legal(`Reason: ${entry.reason}`)),
  );
}

/** Characters that XML 1.0 has no place for, not even escaped, and which a name or a reason may hold. */
const ILLEGAL = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

function legal(text: string): string {
  return text.replace(ILLEGAL, "\ufffd");
}
