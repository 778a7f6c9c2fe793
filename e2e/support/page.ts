import {
  type BrowserContext,
  expect,
  type Locator,
  type Page,
  type Response,
} from "@playwright/test";

/**
 * Waits until the page's scripts have taken over what the server drew: before that, links and forms
 * work as they do without JavaScript, which is not what a test of the place means.
 */
export async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    if (document.readyState !== "complete") return false;
    // React marks each element that it has taken over; parts of a page may follow later.
    const marks = (element: Element) =>
      Object.keys(element).some((key) => key.startsWith("__reactF"));
    const parts = [...document.querySelectorAll("main, main form, body > footer")];
    // What members reply with comes after the rest of a thread's page.
    const member = document.body.dataset.reader !== "0";
    const replies = member && document.querySelector("[data-since]") !== null;
    if (replies && document.querySelector(".dock") === null) return false;
    return parts.length > 1 && parts.every(marks);
  });
  // Listeners are added by effects, which React runs soon after.
  await page.evaluate(async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      await new Promise((resolve) => requestIdleCallback(resolve));
    }
  });
}

/** Goes to an address and waits until the page is ready to be used. */
export async function visit(page: Page, path: string): Promise<Response | null> {
  const response = await page.goto(path);
  await ready(page);
  return response;
}

/** Goes to an address and waits until the page is told what happens in the forum, and is ready. */
export async function follow(page: Page, path: string): Promise<void> {
  const stream = page.waitForResponse((response) => new URL(response.url()).pathname === "/live");
  await visit(page, path);
  expect((await stream).status()).toBe(200);
}

/** A post on the page of its thread. */
export function postOn(page: Page, id: number): Locator {
  return page.locator(`#post-${id}`);
}

/** Browsers with scripts and without: how tests in them are called, and how they go to an address. */
export const WAYS: readonly {
  how: string;
  options: { javaScriptEnabled?: boolean };
  go: (page: Page, path: string) => Promise<Response | null>;
}[] = [
  { how: "with scripts", options: {}, go: visit },
  {
    how: "without scripts",
    options: { javaScriptEnabled: false },
    go: (page, path) => page.goto(path),
  },
];

/**
 * Has the pages of a browser go where a test sends them, also while one is going somewhere by itself: an open
 * page loads itself anew when its thread is hidden or moved, and of two journeys one is given up.
 */
export function insistOnGoing(context: BrowserContext): void {
  const newPage = context.newPage.bind(context);
  context.newPage = async () => {
    const page = await newPage();
    const goto = page.goto.bind(page);
    page.goto = (...where) =>
      goto(...where).catch((error: Error) => {
        if (!/ERR_ABORTED|interrupted by another navigation/.test(error.message)) throw error;
        return goto(...where);
      });
    return page;
  };
}
