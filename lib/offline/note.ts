const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago something was, in words: "a moment ago", "3 hours ago". Milliseconds. */
export function agoWords(elapsed: number): string {
  if (!(elapsed >= MINUTE)) return "a moment ago";
  for (const [name, length] of [
    ["day", DAY],
    ["hour", HOUR],
    ["minute", MINUTE],
  ] as const) {
    const count = Math.floor(elapsed / length);
    if (count > 0) return `${count} ${name}${count === 1 ? "" : "s"} ago`;
  }
  return "a moment ago";
}

/** On a page as it was kept. */
export const keptNote = (elapsed: number) =>
  `You are offline: this is how it looked ${agoWords(elapsed)}.`;

/** Where the page that was asked for is not kept. */
export const NOT_KEPT_NOTE = "You are offline: the page you asked for is not kept here.";

/** By this class a page knows that it came from the service worker and not from the forum. */
export const NOTE_CLASS = "offline-note";

/**
 * The tag of a page's body, which says whose page it is. A title may hold "<body>", and stands in
 * attributes of the head, where only quotation marks are escaped: so one with quotation marks is meant.
 */
const BODY = /<body\b[^>]*\sdata-reader="\d{1,10}"[^>]*>/;

/** How a page begins; offline.css knows by the attribute that the note lies over the page's edge. */
const BEGINNING = /^<!DOCTYPE html><html\b/i;

/** A page with a note as the first thing in it. React leaves alone what it does not know in a body. */
export function withNote(html: string, note: string): string {
  const line = `<aside class="${NOTE_CLASS}" aria-label="Connection"><p role="status">${note}</p></aside>`;
  return html.replace(BEGINNING, "$& data-offline").replace(BODY, (body) => body + line);
}
