"use client";

import { useEffect, useState } from "react";
import { KEPT_AT, KEPT_TITLE, PAGES, READER, READER_CACHE } from "@/lib/offline/kept";
import { agoWords, NOTE_CLASS } from "@/lib/offline/note";

interface KeptThread {
  href: string;
  title: string;
  /** Milliseconds since 1970. */
  at: number;
}

/** The threads that this browser keeps, the last read first: the forum knows nothing of them. */
export function KeptThreads() {
  const [threads, setThreads] = useState<KeptThread[] | null>(null);
  useEffect(() => {
    keptHere().then(setThreads, () => setThreads([]));
  }, []);
  if (threads === null) {
    return (
      <p className="empty m-0">
        Threads are kept by your browser, and listed here by a script: without scripts there are
        none.
      </p>
    );
  }
  if (threads.length === 0) return <p className="empty m-0">This browser keeps no thread.</p>;
  return (
    <ul className="m-0 grid list-none gap-3 p-0">
      {threads.map(({ href, title, at }) => (
        <li key={href}>
          <a href={href}>{title}</a>{" "}
          <span className="text-sm text-soft">read {agoWords(Date.now() - at)}</span>
        </li>
      ))}
    </ul>
  );
}

async function keptHere(): Promise<KeptThread[]> {
  if (!(await caches.has(PAGES)) || !(await isReader())) return [];
  const cache = await caches.open(PAGES);
  const kept = await Promise.all(
    (await cache.keys()).map(async (request) => {
      const headers = (await cache.match(request))?.headers;
      const { pathname, search } = new URL(request.url);
      return {
        href: pathname + search,
        title: decodeURIComponent(headers?.get(KEPT_TITLE) ?? "") || pathname,
        at: Number(headers?.get(KEPT_AT)),
      };
    }),
  );
  return kept.sort((a, b) => b.at - a.at);
}

/** While the forum answers, the worker may not yet have forgotten what somebody else read here. */
async function isReader(): Promise<boolean> {
  if (document.querySelector(`.${NOTE_CLASS}`) !== null) return true;
  const cache = await caches.open(READER_CACHE);
  return (await (await cache.match(READER))?.text()) === document.body.dataset.reader;
}
