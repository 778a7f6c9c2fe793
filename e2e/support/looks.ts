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

/** A large window in light, and a phone in the dark. */
const LOOKS = [
  [1280, "light"],
  [390, "dark"],
] as const;

/**
 * Fails if a page scrolls sideways or violates WCAG 2.2 AA, wide and on a phone, light and dark.
 *
 * @param go how a page is gone to; without waiting for its scripts unless told otherwise
 */
export async function readable(
  page: Page,
  paths: readonly string[],
  go: (page: Page, path: string) => Promise<unknown> = (shown, path) => shown.goto(path),
): Promise<void> {
  for (const path of paths) {
    await readableNow(page, path, () => go(page, path));
  }
}

/**
 * The same of the page as it is.
 *
 * @param show done in each look, before it is looked at
 */
export async function readableNow(
  page: Page,
  what: string,
  show: () => Promise<unknown> = async () => {},
): Promise<void> {
  for (const [width, colorScheme] of LOOKS) {
    await page.setViewportSize({ width, height: 850 });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await show();
    await noSidewaysScroll(page, `${what} at ${width} px`);
    expect.soft(await violations(page), `${what} at ${width} px, ${colorScheme}`).toEqual([]);
  }
}
