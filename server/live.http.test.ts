// Streams of several web processes on one PostgreSQL, which is restarted under them.
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { closeSession } from "@/lib/accounts/sessions.commands";
import { db } from "@/lib/db/client";
import { tellPerson } from "@/lib/live/commands";
import { moderate } from "@/lib/moderation/commands";
import type { Member } from "@/lib/policy/viewer";
import { actOnPerson } from "@/lib/sanctions/commands";
import { ask } from "@/scripts/database";
import { answer, board, person, succeeded, thread } from "@/scripts/test/debate";
import { closeConnections } from "@/scripts/test/http/client";
import { sessionOf, signedIn } from "@/scripts/test/http/sessions";
import { lastId, type OpenStream, openStream, sinceOf, until } from "@/scripts/test/http/streams";
import { startTwo, startWeb, type Web } from "@/scripts/test/http/web";

let webs: [Web, Web];
let [ada, ben]: Member[] = [];
let mod: Member;
let place: Awaited<ReturnType<typeof board>>;
const opened: OpenStream[] = [];

beforeAll(async () => {
  webs = await startTwo();
  place = await board();
  [ada, ben] = [await person(), await person()];
  mod = await person({ moderates: [place.id] });
});

afterAll(async () => {
  for (const stream of opened) stream.close();
  closeConnections();
  await Promise.all(webs.map((web) => web.stop()));
});

const who = () => ({ ada, ben }) as { ada: Member; ben: Member };

async function open(...wish: Parameters<typeof openStream>): Promise<OpenStream> {
  const stream = await openStream(...wish);
  opened.push(stream);
  return stream;
}

const tidings = ({ events }: OpenStream) =>
  events.filter(({ name }) => name === "thread").map(({ data }) => JSON.parse(data));

const freshIn = (stream: OpenStream) => tidings(stream).flatMap(({ fresh }) => fresh as number[]);

test("what is written anywhere reaches the streams of every process, each told what is theirs to know", async () => {
  const { ada, ben } = who();
  const { id, openingId } = await thread(ada, place);
  const since = await sinceOf(webs[0].url, id);
  const everybody = await Promise.all(webs.map(({ url }) => open(url, { id, since })));
  const author = await open(webs[1].url, { id, since }, await signedIn(ben));
  const reply = await answer(ben, openingId, "A reply.");
  for (const stream of everybody) await until(() => freshIn(stream).includes(reply), "the reply");
  await until(() => tidings(author).length > 0, "one's own");
  expect(freshIn(author)).toEqual([]);
  const before = Date.now();
  succeeded(await moderate(mod, { verb: "hide", target: "post", id: reply, reason: "R" }));
  for (const stream of everybody) {
    await until(() => tidings(stream).at(-1).gone.includes(reply), "that it is hidden");
    expect((stream.times.at(-1) ?? 0) - before).toBeLessThan(1_000);
  }
  await until(() => tidings(author).at(-1).changed.includes(reply), "that it is marked");
  expect(tidings(author).flatMap(({ gone }) => gone)).toEqual([]);
  // Never a word of it.
  expect(JSON.stringify([...everybody, author].map(({ events }) => events))).not.toContain(
    "A reply",
  );
});

test("who comes back is told what was missed, at another process too", async () => {
  const { ada, ben } = who();
  const { id, openingId } = await thread(ada, place);
  const since = await sinceOf(webs[0].url, id);
  const stream = await open(webs[0].url, { id, since });
  const one = await answer(ben, openingId, "One.");
  await until(() => freshIn(stream).includes(one), "the first");
  const last = lastId(stream) ?? "";
  stream.close();
  const two = await answer(ben, openingId, "Two.");
  const again = await open(webs[1].url, { id, since }, { "last-event-id": last });
  await until(() => freshIn(again).length > 0, "what was missed");
  expect(freshIn(again)).toEqual([two]);
  // A page from before, such as one that the browser kept.
  const old = await open(webs[1].url, { id, since });
  await until(() => freshIn(old).length > 0, "all of it");
  expect(freshIn(old)).toEqual([one, two]);
  const lost = await open(webs[0].url, { id, since: "nonsense" });
  await until(() => lost.events.some(({ name }) => name === "stale"), "that it is too old");
});

test("a thread that is not there, or is hidden, or was merged, is gone for its stream", async () => {
  const { ada } = who();
  const hidden = await thread(ada, place);
  const since = await sinceOf(webs[0].url, hidden.id);
  succeeded(await moderate(mod, { verb: "hide", target: "thread", id: hidden.id, reason: "R" }));
  for (const id of [hidden.id, 999_999]) {
    const stream = await open(webs[0].url, { id, since });
    await until(() => stream.ended, "its end");
    expect(stream.events.map(({ name }) => name)).toEqual(["gone"]);
  }
  const author = await open(webs[0].url, { id: hidden.id, since }, await signedIn(ada));
  await until(() => tidings(author).length > 0, "what its author is told");
  expect(author.ended).toBe(false);
  expect((await open(webs[0].url, { id: -1, since })).status).toBe(400);
});

test("a sign-out, a suspension and a ban end the streams of that session, and nobody else's", async () => {
  const { ada } = who();
  const admin = await person({ admin: true });
  const target = await person();
  const token = await sessionOf(target);
  const cookie = `authjs.session-token=${token}`;
  const [url] = [webs[1].url];
  const signedOut = await open(url, undefined, { cookie });
  const other = await open(url, undefined, await signedIn(target));
  const others = await open(url, undefined, await signedIn(ada));
  await closeSession(token);
  await until(() => signedOut.ended, "the end");
  expect(signedOut.events.at(-1)?.name).toBe("ended");
  expect(other.ended).toBe(false);
  const tomorrow = new Date(Date.now() + 86_400_000);
  const { id: ruleId } = await db().rule.create({ data: { title: "Be kind" } });
  const suspension = {
    verb: "suspend",
    personId: target.id,
    ruleId,
    note: "",
    until: tomorrow,
  } as const;
  succeeded(await actOnPerson(admin, suspension));
  await until(() => other.ended, "the end by a suspension");
  const suspended = await open(url, undefined, await signedIn(target));
  succeeded(await actOnPerson(admin, { verb: "ban", personId: target.id, ruleId, note: "" }));
  await until(() => suspended.ended, "the end by a ban");
  expect(suspended.events.at(-1)?.name).toBe("ended");
  expect(others.ended).toBe(false);
});

test("a person's pages hear that something of theirs is new, and nobody else's do", async () => {
  const { ada, ben } = who();
  const streams = await Promise.all(
    webs.map(async ({ url }) => open(url, undefined, await signedIn(ada))),
  );
  const other = await open(webs[0].url, undefined, await signedIn(ben));
  await db().$transaction((tx) => tellPerson(tx, ada.id, "notices"));
  for (const stream of streams)
    await until(() => stream.events.some(({ name }) => name === "notices"), "the word");
  expect(other.events.filter(({ name }) => name === "notices")).toEqual([]);
});

test("streams outlive a restart of PostgreSQL: what was written meanwhile is told", async () => {
  const { ada, ben } = who();
  const { id, openingId } = await thread(ada, place);
  const since = await sinceOf(webs[0].url, id);
  const everybody = await Promise.all(webs.map(({ url }) => open(url, { id, since })));
  const member = await open(webs[0].url, { id, since }, await signedIn(ben));
  const { admin } = inject("testDatabase");
  const database = new URL(process.env.DATABASE_URL ?? "").pathname.slice(1);
  const name = pg.escapeIdentifier(database);
  let last = 0;
  for (let round = 0; round < 3; round += 1) {
    // As a restart does: every connection ends, and for a while there is no other.
    await ask(admin, `ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
    await db().$disconnect();
    await ask(admin, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", [
      database,
    ]);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await ask(admin, `ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
    last = await answer(ben, openingId, `After break ${round}.`);
    for (const stream of everybody) await until(() => freshIn(stream).includes(last), "the reply");
  }
  for (const stream of everybody) expect(stream.ended).toBe(false);
  // Who is signed in is asked anew who they are.
  await until(() => member.ended, "the end of a member's stream");
  expect(member.events.some(({ name: event }) => event === "ended")).toBe(false);
}, 120_000);

test("nobody holds more streams than there are limits for, and a stopped process ends them", async () => {
  const web = await startWeb({ REJOINDER_RATE_LIMIT: "on" });
  const headers = await signedIn(who().ada);
  const streams: OpenStream[] = [];
  for (let count = 0; count < 25; count += 1) streams.push(await open(web.url, undefined, headers));
  expect(streams.map(({ status }) => status)).toEqual([...Array(24).fill(200), 429]);
  streams[0]?.close();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect((await open(web.url, undefined, headers)).status).toBe(200);
  const before = Date.now();
  await web.stop();
  expect(Date.now() - before).toBeLessThan(7_000);
  expect(streams.slice(1).every(({ ended }) => ended)).toBe(true);
}, 60_000);
