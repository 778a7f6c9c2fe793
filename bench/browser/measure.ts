// A thread of 1,000 posts in Chromium, its processor slowed: when the page is there, whether it
// jumps, and how soon it answers a hand.
import { type BrowserContext, chromium as playwright } from "@playwright/test";
import { foldBranch, selectWords, vote } from "@/bench/browser/interactions";
import { OBSERVE, readVitals } from "@/bench/browser/vitals";
import type { Bench } from "@/bench/prepare";
import { COOKIE } from "@/bench/writing/clients";
import { chromium } from "@/scripts/chromium";

/** So many times slower than this machine is what the page is read on. */
export const SLOWED = 4;

export const WINDOW = { width: 1280, height: 800 };

/** One load and its interactions: milliseconds, and the shift of the layout as Chromium scores it. */
export interface BrowserRound {
  largestPaint: number;
  largestPaintSignedIn: number;
  /** Until it was loaded, and until the end of the interactions. */
  shift: number;
  shiftInUse: number;
  vote: number;
  fold: number;
  select: number;
}

/** Opens the page signed out and signed in, each in a browser that has never seen it. */
export async function measureBrowser(bench: Bench): Promise<BrowserRound> {
  const { launchOptions } = await chromium();
  const browser = await playwright.launch(launchOptions);
  try {
    const out = await opened(await browser.newContext({ viewport: WINDOW }), bench);
    const context = await browser.newContext({ viewport: WINDOW });
    const { url } = bench.servers.forum;
    await context.addCookies([{ name: COOKIE, value: bench.seeded.token, url }]);
    const { page, ...loaded } = await opened(context, bench);
    const durations = {
      vote: await vote(page),
      fold: await foldBranch(page),
      select: await selectWords(page),
    };
    const inUse = await readVitals(page);
    return {
      largestPaint: out.largestPaint,
      largestPaintSignedIn: loaded.largestPaint,
      shift: Math.max(out.shift, loaded.shift),
      shiftInUse: inUse.shift,
      ...durations,
    };
  } finally {
    await browser.close();
  }
}

async function opened(context: BrowserContext, { servers, seeded }: Bench) {
  const page = await context.newPage();
  await page.addInitScript({ content: OBSERVE });
  const devtools = await context.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });
  await page.goto(`${servers.forum.url}/t/${seeded.threads[1000]}`, { timeout: 120_000 });
  return { page, ...(await readVitals(page)) };
}
