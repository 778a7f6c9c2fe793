import type { Page, Response } from "@playwright/test";

/** What React keeps at the document that it took over; `isDehydrated` until it has. */
interface HydratedDocument {
  stateNode: { current: { memoizedState: { isDehydrated?: boolean } | null } };
}

/**
 * Waits until the page's scripts have taken over what the server drew: before that, links and forms
 * work as they do without JavaScript, which is not what a test of the place means.
 */
export async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const key = Object.keys(document).find((name) => name.startsWith("__reactContainer$"));
    if (key === undefined) return false;
    const root = (document as unknown as Record<string, HydratedDocument>)[key];
    return root?.stateNode.current.memoizedState?.isDehydrated === false;
  });
  // Listeners are added by effects, which React runs right after.
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestIdleCallback(() => requestAnimationFrame(() => resolve()));
      }),
  );
}

/** Goes to an address and waits until the page is ready to be used. */
export async function visit(page: Page, path: string): Promise<Response | null> {
  const response = await page.goto(path);
  await ready(page);
  return response;
}
