import { type AtomEntry, atomDocument } from "@/lib/feeds/atom";
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

/** An Atom feed (RFC 4287). An action has the same id in every feed of the forum. */
export function atomFeed({ origin, address, page, title, author, entries }: LogFeed): string {
  return atomDocument({
    ...{ origin, title, author },
    id: `${origin}${address}`,
    page: `${origin}${page}`,
    entries: entries.map((entry) => atomEntry(origin, entry)),
  });
}

function atomEntry(origin: string, entry: LogEntry): AtomEntry {
  const { actor } = entry;
  return {
    id: `${origin}/modlog#action-${entry.id}`,
    page: `${origin}${routes.logEntry(entry.id)}`,
    title: sentenceText(entry),
    author:
      actor === null
        ? { name: "An automatic rule" }
        : { name: actor, uri: `${origin}${routes.person(actor)}` },
    published: entry.at,
    updated: entry.at,
    category: { term: entry.kind },
    content: { type: "text", text: `Reason: ${entry.reason}` },
  };
}
