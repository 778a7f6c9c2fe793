// What Chromium itself measures of a page.
import type { Page } from "@playwright/test";

/**
 * Runs in the page before anything else. As text: what a compiler makes of a function may call
 * something that the page does not have.
 */
export const OBSERVE = `
  window.benchVitals = { largestPaint: 0, shift: 0, interactions: [] };
  const observe = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take))
      .observe({ type, buffered: true, durationThreshold: 16 });
  observe("largest-contentful-paint", (entry) => { benchVitals.largestPaint = entry.startTime; });
  observe("layout-shift", (entry) => { if (!entry.hadRecentInput) benchVitals.shift += entry.value; });
  observe("event", (entry) => { if (entry.interactionId > 0) benchVitals.interactions.push(entry.duration); });
`;

interface Vitals {
  /** Milliseconds from the navigation. */
  largestPaint: number;
  /** The sum of all shifts that no input had caused. */
  shift: number;
  /** Milliseconds of each event of a hand, until the next frame was drawn; those of under 16 are left out. */
  interactions: number[];
}

/** How long a page stays as it is before it is taken for complete, milliseconds. */
const QUIET = 1_500;

/** What was measured until now, once nothing more comes. */
export async function readVitals(page: Page): Promise<Vitals> {
  for (let before = ""; ; ) {
    const vitals = (await page.evaluate("window.benchVitals")) as Vitals;
    const now = JSON.stringify(vitals);
    if (now === before) return vitals;
    before = now;
    await page.waitForTimeout(QUIET);
  }
}
