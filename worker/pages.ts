/// <reference lib="webworker" />
// Pages of threads that can be read without a network, of one reader and no other.
import { CacheExpiration } from "serwist";
import {
  filesOf,
  isKeptAddress,
  KEPT_AT,
  KEPT_TITLE,
  PAGES,
  READER,
  READER_CACHE,
  readerOf,
  threadOf,
  titleOf,
} from "@/lib/offline/kept";
import { keptNote, withNote } from "@/lib/offline/note";

/** The last pages that were read. */
const KEPT_COUNT = 20;

/** What nobody has read for so long is not wanted any more. Seconds. */
const KEPT_FOR = 30 * 24 * 3_600;

const expiration = new CacheExpiration(PAGES, {
  maxEntries: KEPT_COUNT,
  maxAgeSeconds: KEPT_FOR,
});

/** What was asked for before somebody signed in or out is not kept after it. */
let visits = 0;

/** A word for the time between two changes of who reads here. */
export const presentVisit = () => visits;

let last: Promise<unknown> = Promise.resolve();

/** One after the other: what is forgotten stays so, though its page was just about to be kept. */
function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  const mine = last.then(work);
  last = mine.catch(() => {});
  return mine;
}

/**
 * Keeps what a page of the forum answered, or forgets what its answer says is gone.
 *
 * @param visit when it was asked for
 * @param keepFile keeps a file that the page is drawn with
 */
export async function takeNote(
  url: URL,
  response: Response,
  visit: number,
  keepFile: (file: string) => Promise<unknown>,
): Promise<void> {
  // At once, and of nothing else: a copy of a file that nobody reads would stay in memory.
  const isHtml = (response.headers.get("content-type") ?? "").startsWith("text/html");
  const text = isHtml ? response.clone().text() : null;
  const threadId = threadOf(url);
  const isPage = url.pathname === `/t/${threadId}`;
  // A failure of the server says nothing of the thread; any other answer does.
  if (threadId !== null && isPage && response.status !== 200 && response.status < 500)
    await forgetThread(threadId);
  const html = await text;
  if (html === null) return;
  const reader = readerOf(html);
  if (reader === null) return;
  const kept = await inTurn(async () => {
    if (visit !== visits) return false;
    await admit(reader);
    if (response.status !== 200 || !isKeptAddress(url)) return false;
    await keep(url, html, response.headers);
    return true;
  });
  if (kept) await Promise.all(filesOf(html).map((file) => keepFile(file).catch(() => {})));
}

async function keep(url: URL, html: string, headers: Headers): Promise<void> {
  const name = nameOf(url);
  const response = new Response(html, {
    headers: {
      ...pageHeaders(headers),
      [KEPT_AT]: String(Date.now()),
      [KEPT_TITLE]: encodeURIComponent(titleOf(html)),
    },
  });
  await (await caches.open(PAGES)).put(name, response);
  await expiration.updateTimestamp(name);
  await expiration.expireEntries();
}

/** What a page of one's own making takes over of the answer that it is made from. */
export const pageHeaders = (headers: Headers): Record<string, string> => ({
  "content-type": "text/html; charset=utf-8",
  // Its own: of another page the scripts would not be those that it lets run.
  "content-security-policy": headers.get("content-security-policy") ?? "",
});

const nameOf = ({ origin, pathname, search }: URL) => origin + pathname + search;

/** The pages of whoever was here before are not for whoever is here now. */
async function admit(reader: string): Promise<void> {
  const cache = await caches.open(READER_CACHE);
  const known = await (await cache.match(READER))?.text();
  if (known === reader) return;
  await forgetPages();
  await cache.put(READER, new Response(reader));
}

async function forgetPages(): Promise<void> {
  await caches.delete(PAGES);
  await expiration.delete();
}

/** Somebody signs in or out: nothing that was read here before may be read after it. */
export function forgetAll(): Promise<void> {
  visits += 1;
  return inTurn(async () => {
    await forgetPages();
    await caches.delete(READER_CACHE);
  });
}

/** All that is kept of a thread. */
export function forgetThread(id: number): Promise<void> {
  return inTurn(async () => {
    const cache = await caches.open(PAGES);
    for (const request of await cache.keys())
      if (threadOf(new URL(request.url)) === id) await cache.delete(request);
  });
}

/** A thread as it was last seen, marked so: this page of it, or another; undefined if none is kept. */
export async function keptPage(url: URL): Promise<Response | undefined> {
  const cache = await caches.open(PAGES);
  const threadId = url.pathname === `/t/${threadOf(url)}` ? threadOf(url) : null;
  const others = (await cache.keys()).filter(
    (request) => threadOf(new URL(request.url)) === threadId,
  );
  const [other] = threadId === null ? [] : others;
  const found = (await cache.match(nameOf(url))) ?? (other && (await cache.match(other)));
  if (found === undefined) return undefined;
  const note = keptNote(Date.now() - Number(found.headers.get(KEPT_AT)));
  return new Response(withNote(await found.text(), note), { headers: found.headers });
}
