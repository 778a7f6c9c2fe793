// Whoever asks after a write was answered sees it, whichever process they ask and however many read.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { routes } from "@/lib/routes";
import { rulesInForce } from "@/lib/rules/queries";
import { board, person, thread } from "@/scripts/test/debate";
import { askAndLeave, closeConnections, send } from "@/scripts/test/http/client";
import { complaintOf, post, submit } from "@/scripts/test/http/forms";
import { hammer, type Judgement, readEverywhere } from "@/scripts/test/http/readers";
import { signedIn } from "@/scripts/test/http/sessions";
import { makeStorm } from "@/scripts/test/http/storm";
import { WatchedLine } from "@/scripts/test/http/watched-line";
import { startTwo, type Web } from "@/scripts/test/http/web";

const ROUNDS = 500;
const ROUNDS_OF_LISTS = 100;

/** Threads that change at the same time, and readers that never rest. */
const THREADS = 5;
const READERS = 4;

let webs: [Web, Web];

beforeAll(async () => {
  webs = await startTwo();
});

afterAll(async () => {
  closeConnections();
  await Promise.all(webs.map((web) => web.stop()));
});

test(`in ${ROUNDS} racing rounds, the first page after each write shows it on both processes`, async () => {
  const urls = webs.map(({ url }) => url);
  const ways = { urls, session: await signedIn(await person()) };
  const storms = await Promise.all(Array.from({ length: THREADS }, makeStorm));
  const after: Judgement = { pages: 0, failures: 0, faults: [] };
  const meanwhile: Judgement = { pages: 0, failures: 0, faults: [] };
  const threads = storms.map(({ watched }) => watched);
  const began = performance.now();
  const stop = hammer(threads, ways, READERS, meanwhile);
  const counts: Record<string, number> = {};
  const storming = storms.map(async (storm, lane) => {
    for (let count = 0; count < ROUNDS / THREADS; count += 1) {
      const round = await storm.next(urls[(count + lane) % urls.length] ?? "");
      counts[round] = (counts[round] ?? 0) + 1;
      await readEverywhere(storm.watched, ways, count, after);
    }
  });
  await Promise.all(storming).finally(stop);
  const seconds = ((performance.now() - began) / 1_000).toFixed(0);
  console.log(
    `${ROUNDS} rounds in ${seconds} s (${Object.entries(counts)
      .map(([round, n]) => `${n} ${round}`)
      .join(", ")}): ` +
      `${after.pages} first pages, ${after.faults.length} stale; ` +
      `${meanwhile.pages} pages read meanwhile, ${meanwhile.faults.length} stale.`,
  );
  expect([...after.faults, ...meanwhile.faults].slice(0, 10)).toEqual([]);
  expect(after.failures + meanwhile.failures).toBe(0);
  expect(meanwhile.pages).toBeGreaterThan(ROUNDS);
}, 600_000);

test(`in ${ROUNDS_OF_LISTS} racing rounds, the first list of threads after each write shows it on both processes`, async () => {
  const place = await board();
  const { id, openingId } = await thread(await person(), place);
  const cookies = await signedIn(await person());
  const moderator = await signedIn(await person({ moderates: [place.id] }));
  const line = new WatchedLine({ id, openingId }, place.slug);
  const voting = (score: number) => (url: string) => {
    const vote = `${openingId}:${score === 0 ? "none" : "up"}`;
    return line.write({ score }, () => post({ url, headers: cookies }, routes.vote(), { vote }));
  };
  const replying = (url: string) => {
    const fields = { text: "One more.", formKey: randomUUID() };
    const sender = { url, headers: cookies };
    const replies = line.shown.replies + 1;
    return line.write({ replies }, () =>
      submit(sender, routes.reply(openingId), "Publish", fields),
    );
  };
  const moderating = (verb: "hide" | "unhide", listed: boolean) => (url: string) => {
    const button = verb === "hide" ? "Hide" : "Unhide";
    const sender = { url, headers: moderator };
    const path = routes.moderateThread(id, verb);
    return line.write({ listed }, () => submit(sender, path, button, { rule: "1" }));
  };
  const rounds = [voting(1), moderating("hide", false), moderating("unhide", true)];
  rounds.push(replying, voting(0));
  const urls = webs.map(({ url }) => url);
  const ways = { urls, session: await signedIn(await person()) };
  const judgement: Judgement = { pages: 0, failures: 0, faults: [] };
  const stop = hammer([line], ways, READERS, judgement);
  try {
    for (let count = 0; count < ROUNDS_OF_LISTS; count += 1) {
      await rounds[count % rounds.length]?.(urls[count % urls.length] ?? "");
      await readEverywhere(line, ways, count, judgement);
    }
  } finally {
    await stop();
  }
  expect(judgement.faults.slice(0, 10)).toEqual([]);
  expect(judgement.failures).toBe(0);
  expect(judgement.pages).toBeGreaterThan(16 * ROUNDS_OF_LISTS);
});

test("what an admin or a moderator changes around a thread is seen by the first page after it, too", async () => {
  const place = await board();
  const author = await person();
  const admin = await signedIn(await person({ admin: true }));
  const moderator = await signedIn(await person({ moderates: [place.id] }));
  const { id } = await thread(author, place);
  const rules = await rulesInForce();
  const seen = async (words: string, expected: boolean) => {
    for (const { url } of webs) {
      for (const encoding of ["identity", "gzip"]) {
        const headers = { "accept-encoding": encoding };
        const { body } = await send(url, routes.thread(id), { headers });
        expect(body.includes(words), `${words} on ${url}`).toBe(expected);
      }
    }
  };
  for (const [turn, { url }] of [...webs, ...webs].entries()) {
    const name = `Renamed ${turn} times`;
    await seen(name, false);
    const renaming = { name, slug: place.slug, description: "", position: "1" };
    const asAdmin = { url, headers: admin };
    const saved = await submit(asAdmin, routes.adminBoard(place.id), "Save board", renaming);
    expect(saved.status, complaintOf(saved)).toBeLessThan(400);
    await seen(name, true);
    const asModerator = { url, headers: moderator };
    const rule = rules[turn] ?? { id: 0, title: "" };
    const reason = `Reason: ${rule.title}`;
    const lock = routes.moderateThread(id, "lock");
    const locked = await submit(asModerator, lock, "Lock", { rule: String(rule.id) });
    expect(locked.status, complaintOf(locked)).toBe(303);
    await seen(reason, true);
    const unlock = routes.moderateThread(id, "unlock");
    expect((await submit(asModerator, unlock, "Unlock", {})).status).toBe(303);
    await seen(reason, false);
  }
});

test("a reader who leaves while a page is made keeps nobody waiting for it", async () => {
  const { id, openingId } = await thread(await person(), await board());
  const [{ url }] = webs;
  const voter = { url, headers: await signedIn(await person()) };
  for (let round = 0; round < 120; round += 1) {
    const vote = `${openingId}:${round % 2 === 0 ? "up" : "none"}`;
    expect((await post(voter, routes.vote(), { vote })).status).toBe(303);
    // At each moment of the making: before the state is known, while it is drawn, and after.
    await askAndLeave(url, [`GET ${routes.thread(id)}`], (round % 24) / 2);
    expect((await send(url, routes.thread(id))).status).toBe(200);
  }
});

test("nor does one who asks for several pages at once and leaves without reading any", async () => {
  const place = await board();
  const { id, openingId } = await thread(await person(), place);
  const [{ url }] = webs;
  const voter = { url, headers: await signedIn(await person()) };
  const kept = [routes.front(), routes.board(place.slug), routes.thread(id)];
  const never = [routes.board("nosuch"), routes.thread(2_000_000)];
  for (let round = 0; round < 20; round += 1) {
    const vote = `${openingId}:${round % 2 === 0 ? "up" : "none"}`;
    expect((await post(voter, routes.vote(), { vote })).status).toBe(303);
    // The first is answered slowly enough for the others to wait in the queue of the connection.
    const asked = [...kept, ...never].flatMap((path) => [`HEAD ${path}`, `GET ${path}`]);
    await askAndLeave(url, [`GET ${routes.thread(id)}?at=1`, ...asked], round);
    for (const path of kept) expect((await send(url, path)).status, path).toBe(200);
    for (const path of never) expect((await send(url, path)).status, path).toBe(404);
  }
});
