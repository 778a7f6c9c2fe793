import { ENDED, GONE, type PersonalEvent, type STALE } from "@/lib/live/event";
import { routes } from "@/lib/routes";

// One stream for a page, whoever on it listens: browsers open few connections to one forum.

/** What a page can hear: what happens in its thread, that it missed too much, or a word of the person's. */
export type LiveEvent = "thread" | typeof STALE | typeof GONE | PersonalEvent;

/** A tab that nobody looks at gives its connection to those somebody does after this time (milliseconds). */
const HIDDEN_FOR = 10_000;

/** Where the browser itself gave up, such as at a proxy's error page (milliseconds). */
const BACK_AFTER = { least: 3_000, most: 60_000 };

type Handler = (data: string) => void;

const handlers = new Map<LiveEvent, Set<Handler>>();
let source: EventSource | null = null;
let thread: { id: number; since: string } | null = null;
let over = false;
let failures = 0;
let begun = false;
let opened = false;
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Hears an event of this page's stream, which is opened for the first who asks. After a time without a
 * stream whoever listens for "notices" is called as well: something may have been said meanwhile.
 *
 * @param handler is given the event's data
 * @returns stops hearing it
 */
export function onLive(event: LiveEvent, handler: Handler): () => void {
  const known = handlers.get(event) ?? new Set();
  handlers.set(event, known.add(handler));
  source?.addEventListener(event, pass);
  start();
  return () => {
    known.delete(handler);
  };
}

/** Says which thread this page shows, in which state. */
export function followThread(id: number, since: string): void {
  thread = { id, since };
  close();
  start();
}

function start(): void {
  if (begun) {
    settle();
    return;
  }
  begun = true;
  // After the page itself, which is not to share its connection with what is never done.
  if (document.readyState === "complete") setTimeout(settle, 0);
  else window.addEventListener("load", () => setTimeout(settle, 0), { once: true });
  document.addEventListener("visibilitychange", settle);
  window.addEventListener("pagehide", close);
  window.addEventListener("pageshow", settle);
}

function settle(): void {
  clearTimeout(timer);
  if (over || handlers.size === 0 || document.readyState !== "complete") return;
  if (document.visibilityState === "visible") open();
  else if (source !== null) timer = setTimeout(close, HIDDEN_FOR);
}

function open(): void {
  if (source !== null) return;
  source = new EventSource(routes.live(thread ?? undefined));
  source.addEventListener("beat", note);
  source.addEventListener(ENDED, end);
  for (const event of handlers.keys()) source.addEventListener(event, pass);
  source.addEventListener("open", () => {
    // The first time it is the page that is fresh.
    if (opened) say("notices", "new");
    opened = true;
    failures = 0;
  });
  source.addEventListener("error", () => {
    if (source?.readyState !== EventSource.CLOSED) return;
    close();
    failures += 1;
    const wait = Math.min(BACK_AFTER.least * 2 ** failures, BACK_AFTER.most);
    timer = setTimeout(settle, wait * (0.5 + Math.random()));
  });
}

function close(): void {
  clearTimeout(timer);
  source?.close();
  source = null;
}

/** Whoever was signed in here is not any more: what this page shows is not to be kept up to date. */
function end(): void {
  over = true;
  close();
}

/** A stream that is opened anew goes on where this one was. */
function note(event: MessageEvent<string>): void {
  if (thread !== null && event.lastEventId !== "") thread.since = event.lastEventId;
}

function pass(event: Event): void {
  const { type, data } = event as MessageEvent<string>;
  note(event as MessageEvent<string>);
  if (type === GONE) end();
  say(type as LiveEvent, data);
}

function say(event: LiveEvent, data: string): void {
  for (const handler of handlers.get(event) ?? []) handler(data);
}
