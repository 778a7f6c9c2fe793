// What the service worker (worker/) keeps to be read without a network, and how pages know it.

/** Pages of threads as they were last seen, by their full address. */
export const PAGES = "rejoinder-pages";

/** Whose pages they are: the one thing in a cache of its own. */
export const READER_CACHE = "rejoinder-reader";
export const READER = "/reader";

/** When a page was kept: milliseconds since 1970. */
export const KEPT_AT = "x-kept-at";

/** Its title, percent-encoded, since a header takes nothing but ASCII. */
export const KEPT_TITLE = "x-kept-title";

/** Says whose page it is: the id of a member, 0 of nobody. Of a page of something else, null. */
export function readerOf(html: string): string | null {
  return /<body\b[^>]*\sdata-reader="(\d{1,10})"/.exec(html)?.[1] ?? null;
}

/** The thread that an address is about, with all that is under it; null for any other. */
export function threadOf({ pathname }: URL): number | null {
  const [, id] = /^\/t\/([1-9]\d{0,9})(?:\/|$)/.exec(pathname) ?? [];
  return id === undefined ? null : Number(id);
}

/** What the address of a page to be kept may say of it; what leads to a place in it is of the moment. */
const KEPT_PARAMETERS = new Set(["sort", "page"]);

/** Whether the page of an address is kept: those of threads alone, for no form or key is on them. */
export function isKeptAddress(url: URL): boolean {
  if (!/^\/t\/[1-9]\d{0,9}$/.test(url.pathname)) return false;
  return [...url.searchParams.keys()].every((name) => KEPT_PARAMETERS.has(name));
}

/** Addresses where people change: by a form that is sent there, whoever was here is here no more. */
export function changesReader({ pathname }: URL): boolean {
  return /^\/(sign-in|sign-out|sign-up|setup)(\/|$)|^\/api\/auth\//.test(pathname);
}

const FILE = /<(?:script|link)\b[^>]*?\s(?:src|href)="(\/_next\/static\/[\w./~%@+?=-]+)"/g;

/** More than any page has: a page is read that may be long. */
const MOST_FILES = 100;

/** The files that a page is drawn with, by its tags: what somebody writes in a page has none of these. */
export function filesOf(html: string): string[] {
  const files = [...html.matchAll(FILE)].map(([, file = ""]) => file);
  return [...new Set(files)].slice(0, MOST_FILES);
}

/** The words of a page's title. */
export function titleOf(html: string): string {
  const [, title = ""] = /<title>([^<]*)<\/title>/.exec(html) ?? [];
  const signs: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };
  return title.replace(/&(amp|lt|gt|quot|#x27);/g, (whole, name: string) => signs[name] ?? whole);
}
