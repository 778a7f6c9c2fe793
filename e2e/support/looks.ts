import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Fails if the page is wider than the screen, and names what sticks out. */
export async function noSidewaysScroll(page: Page, what = page.url()): Promise<void> {
  const wide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const out = [...document.querySelectorAll("body *")].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    return [
      `${scrollWidth} > ${clientWidth}`,
      ...out.slice(0, 5).map((el) => el.outerHTML.slice(0, 120)),
    ];
  });
  expect.soft(wide, `${what} scrolls sideways`).toEqual([]);
}

const LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Serious violations of WCAG 2.2 AA that axe finds on the page as it is now, one a line. */
export async function violations(page: Page): Promise<string[]> {
  // "Legacy": no second page to collect the results of frames in; there are no frames.
  const axe = new AxeBuilder({ page }).withTags(LEVELS).setLegacyMode(true);
  const { violations } = await axe.options({ resultTypes: ["violations"] }).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) =>
      nodes.slice(0, 5).map(({ html }) => `${id}: ${html.slice(0, 160)}`),
    );
}

/**
 * Fails where a page, wide and light or on a phone and dark, is wider than the screen or has serious
 * violations of WCAG 2.2 AA.
 *
 * @param go how a page is gone to; without waiting for its scripts unless told otherwise
 */
export async function expectReadable(
  page: Page,
  paths: readonly string[],
  go: (page: Page, path: string) => Promise<unknown> = (shown, path) => shown.goto(path),
): Promise<void> {
  for (const path of paths) {
    for (const [width, colorScheme] of [
      [1280, "light"],
      [390, "dark"],
    ] as const) {
      const what = `${path} at ${width} px, ${colorScheme}`;
      await page.setViewportSize({ width, height: 850 });
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await go(page, path);
      await noSidewaysScroll(page, what);
      expect.soft(await violations(page), what).toEqual([]);
    }
  }
}
