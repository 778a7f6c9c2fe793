// A database that is lost for a moment may cost answers, but never lets an old page or a hidden word out.
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { db } from "@/lib/db/client";
import { ask } from "@/scripts/database";
import { person } from "@/scripts/test/debate";
import { closeConnections, send } from "@/scripts/test/http/client";
import { hammer, type Judgement, readEverywhere } from "@/scripts/test/http/readers";
import { signedIn } from "@/scripts/test/http/sessions";
import { makeStorm } from "@/scripts/test/http/storm";
import { startTwo, type Web } from "@/scripts/test/http/web";

const THREADS = 3;
const READERS = 4;

/** One break after so many writes. */
const CALM = 4;

/** Which connections end, and for how many milliseconds none is accepted after that. */
const KINDS = [
  { which: "true", refusing: 0 },
  { which: "random() < 0.5", refusing: 0 },
  { which: "true", refusing: 250 },
  // What only waits for news, where anything does.
  { which: "query ILIKE 'LISTEN%' OR random() < 0.2", refusing: 0 },
] as const;

const BREAKS = 24;

const { admin } = inject("testDatabase");
const database = new URL(process.env.DATABASE_URL ?? "").pathname.slice(1);

let webs: [Web, Web];

beforeAll(async () => {
  webs = await startTwo();
});

afterAll(async () => {
  closeConnections();
  await Promise.all(webs.map((web) => web.stop()));
});

/** Ends connections of the web processes. @returns how many */
async function breakConnections({ which, refusing }: (typeof KINDS)[number]): Promise<number> {
  const name = pg.escapeIdentifier(database);
  if (refusing > 0) await ask(admin, `ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
  const ended = await ask(
    admin,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND (${which})`,
    [database],
  );
  if (refusing > 0) {
    await sleep(refusing);
    await ask(admin, `ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
  }
  return ended.length;
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

test("while connections to the database break, pages may fail but are never older than an answered write", async () => {
  const urls = webs.map(({ url }) => url);
  const ways = { urls, session: await signedIn(await person()) };
  const storms = await Promise.all(Array.from({ length: THREADS }, makeStorm));
  const judgement: Judgement = { pages: 0, failures: 0, faults: [] };
  const threads = storms.map(({ watched }) => watched);
  // What breaks is theirs alone: this process asks the database nothing from here on.
  await db().$disconnect();
  const stop = hammer(threads, ways, READERS, judgement);
  let ended = 0;
  let breaks = 0;
  let rounds = 0;
  const storming = storms.map(async (storm, lane) => {
    for (let count = 0; breaks < BREAKS; count += 1) {
      await storm.next(urls[(count + lane) % urls.length] ?? "", true);
      rounds += 1;
      // At once after the answer, while other threads are being written and all are being read.
      const kind = KINDS[breaks % KINDS.length];
      if (rounds % CALM === 0 && kind !== undefined) {
        breaks += 1;
        ended += await breakConnections(kind);
      }
      await readEverywhere(storm.watched, ways, count, judgement);
    }
  });
  await Promise.all(storming).finally(stop);
  console.log(
    `${breaks} breaks ended ${ended} connections; ${rounds} writes; ` +
      `${judgement.pages} pages, ${judgement.failures} failed, ${judgement.faults.length} stale.`,
  );
  expect(judgement.faults.slice(0, 10)).toEqual([]);
  expect(ended).toBeGreaterThan(BREAKS);
  expect(judgement.pages).toBeGreaterThan(judgement.failures * 2);

  const afterwards: Judgement = { pages: 0, failures: 0, faults: [] };
  for (const [count, storm] of [...storms, ...storms, ...storms].entries()) {
    // The first request may still meet a connection that is dead.
    if (count === 0) await Promise.all(urls.map((url) => send(url, "/healthz").catch(() => null)));
    await storm.next(urls[count % urls.length] ?? "", count < THREADS);
    await readEverywhere(storm.watched, ways, count, afterwards);
  }
  expect(afterwards).toEqual({ pages: 2 * 3 * THREADS, failures: 0, faults: [] });
  for (const url of urls) expect((await send(url, "/healthz")).status).toBe(200);
}, 300_000);
