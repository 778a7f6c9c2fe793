import { SLOWED, WINDOW } from "@/bench/browser/measure";
import type { Measured } from "@/bench/measured";

export function browserSection({ browser }: Measured): string {
  if (browser.length === 0) return "";
  return `## In a browser

Chromium without a screen, ${WINDOW.width} × ${WINDOW.height}, its processor slowed ${SLOWED} times; the thread of 1,000 posts in a browser that has
never seen it, on this machine's own network. Medians of ${browser.length}. Paint and shifts are Chromium's own
(largest-contentful-paint, layout-shift); an interaction lasts from the event to the next frame that
shows it (event timing, as INP counts it), and what takes less than 16 ms is counted as 16. The shift
while it is used counts what moves later than half a second after a hand has asked for it.
`;
}
