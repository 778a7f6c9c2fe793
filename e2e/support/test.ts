import "./environment";
import { type BrowserContextOptions, test as base, expect, type Page } from "@playwright/test";
import { db } from "@/lib/db/client";
import { closePool } from "@/lib/db/pool";
import { holdAdmins } from "./admins";
import {
  type Author,
  type Board,
  makeBoard,
  makeThread,
  type Thread,
  type ThreadOptions,
} from "./debate";
import { insistOnGoing } from "./page";
import { makePerson, type Person, type PersonOptions } from "./people";
import { Watch } from "./watch";

export * from "./debate";
export { follow, postOn, ready, visit, WAYS } from "./page";
export { expireSessions, type Person } from "./people";
export { unique, uniqueWord } from "./unique";
export { expect };

interface Fixtures {
  /** Makes somebody with an account: `await person()`, `await person({ name: "grace" })`. */
  person: (options?: PersonOptions) => Promise<Person>;
  /** A board of this test's own. */
  board: Board;
  /** Somebody who moderates `board` and nothing else. */
  moderator: Person;
  /** An admin of the forum. Who asks for it is never in the forum while it has no admin. */
  admin: Person;
  /** Opens a thread in `board`, by somebody new unless told otherwise. */
  thread: (options?: Partial<ThreadOptions>) => Promise<Thread>;
  /** A page in a browser of its own, signed in as somebody or, by null, signed out. */
  open: (who: Person | null, options?: BrowserContextOptions) => Promise<Page>;
  /** Every `console.error` and uncaught error fails the test, unless `watch.allow(pattern)`. */
  watch: Watch;
}

export const test = base.extend<Fixtures, { connections: undefined }>({
  connections: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from here
    async ({}, use) => {
      await use(undefined);
      await db().$disconnect();
      await closePool();
    },
    { scope: "worker", auto: true },
  ],
  watch: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use) => {
      const watch = new Watch();
      await use(watch);
      expect(watch.rest(), "errors in the browser").toEqual([]);
    },
    { auto: true },
  ],
  context: async ({ context, watch }, use) => {
    watch.over(context);
    insistOnGoing(context);
    await use(context);
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  person: async ({}, use) => use(makePerson),
  // biome-ignore lint/correctness/noEmptyPattern: as above
  board: async ({}, use) => use(await makeBoard()),
  moderator: async ({ board }, use) => use(await makePerson({ name: "mara", moderates: [board] })),
  // biome-ignore lint/correctness/noEmptyPattern: as above
  admin: async ({}, use) => {
    const release = await holdAdmins("shared");
    await use(await makePerson({ name: "addy", admin: true }));
    await release();
  },
  thread: async ({ board }, use) => {
    let author: Author | undefined;
    await use(async (options = {}) => {
      author ??= options.author ?? (await makePerson({ name: "opal" }));
      return makeThread({ board, author, ...options });
    });
  },
  open: async ({ browser, watch, contextOptions }, use) => {
    const opened: { close(): Promise<void> }[] = [];
    await use(async (who, options) => {
      const context = await browser.newContext({ ...contextOptions, ...options });
      opened.push(context);
      watch.over(context);
      insistOnGoing(context);
      if (who !== null) await who.signIn(context);
      return context.newPage();
    });
    for (const context of opened) await context.close();
  },
});
