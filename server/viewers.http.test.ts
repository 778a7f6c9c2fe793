// A page that was made for one viewer is never sent to another, whoever came first.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { routes } from "@/lib/routes";
import { type Cast, makeCast, VIEWER_NAMES } from "@/scripts/test/http/cast";
import { type Answer, closeConnections, send } from "@/scripts/test/http/client";
import { ODD_REQUESTS, type OddRequest } from "@/scripts/test/http/odd-requests";
import { essenceOf, traitsOf } from "@/scripts/test/http/page-traits";
import { blockedScripts } from "@/scripts/test/http/scripts-allowed";
import { COOKIE } from "@/scripts/test/http/sessions";
import { startTwo, type Web } from "@/scripts/test/http/web";

let cast: Cast;
let plain: Web;
/** Behind a proxy, whose word about the client it believes. */
let proxied: Web;
/** What each viewer's page says, by viewer. */
const essences: Record<string, string> = {};

const GZIP = { "accept-encoding": "gzip" };

beforeAll(async () => {
  cast = await makeCast();
  [plain, proxied] = await startTwo({}, { REJOINDER_TRUST_PROXY: "on" });
  for (const name of VIEWER_NAMES) {
    await touch();
    essences[name] = essenceOf(await look(plain, name));
  }
});

afterAll(async () => {
  closeConnections();
  await Promise.all([plain.stop(), proxied.stop()]);
});

function touch(): Promise<void> {
  return cast.touch([plain.url, proxied.url]);
}

function cookieOf(name: string): Record<string, string> {
  const token = cast.viewers[name]?.token;
  return token === undefined ? {} : { cookie: `${COOKIE}=${token}` };
}

function look(web: Web, name: string, headers: Record<string, string> = {}): Promise<Answer> {
  const path = routes.thread(cast.threadId);
  return send(web.url, path, { headers: { ...cookieOf(name), ...headers } });
}

/** That an answer is the page of the thread as this viewer, and nobody else, is to see it. */
function expectPageOf(name: string, answer: Answer, label: string): void {
  expect(answer.status, label).toBe(200);
  expect(answer.headers["content-type"], label).toMatch(/^text\/html/);
  expect(answer.headers["set-cookie"], label).toBeUndefined();
  expect(answer.headers["cache-control"] ?? "", label).not.toMatch(/public|s-maxage/);
  expect(answer.headers["cache-control"], label).toMatch(/private|no-store|no-cache/);
  expect(answer.body, label).not.toContain("evil");
  expect(blockedScripts(answer), label).toEqual([]);
  expect(traitsOf(answer, cast.secret), label).toEqual(cast.viewers[name]?.expected);
  expect(essenceOf(answer), label).toBe(essences[name]);
}

test("whoever looks first, each viewer is sent their own page by every process", async () => {
  let pages = 0;
  for (const first of VIEWER_NAMES) {
    for (const second of VIEWER_NAMES) {
      const web = pages % 4 === 0 ? proxied : plain;
      const headers = pages % 3 === 0 ? GZIP : undefined;
      await touch();
      for (const name of [first, second, first]) {
        expectPageOf(name, await look(web, name, headers), `${first}, ${second}: ${name}`);
        pages += 1;
      }
    }
  }
  // All at once, from nothing.
  for (const web of [plain, proxied]) {
    await touch();
    const all = await Promise.all(VIEWER_NAMES.map((name) => look(web, name)));
    for (const [index, name] of VIEWER_NAMES.entries()) {
      expectPageOf(name, all[index] as Answer, `${name} among all at once`);
    }
  }
  console.log(`${pages} pages for ${VIEWER_NAMES.length} viewers in every order.`);
});

describe("after an odd request, sent first, honest ones are answered as if it had not been", () => {
  /** What an answer to an odd request must not depend on who was there before. */
  function outlineOf({ status, headers, body }: Answer): unknown {
    const type = headers["content-type"];
    const html = type?.startsWith("text/html") ?? false;
    return {
      ...{ status, type, cookies: headers["set-cookie"], empty: body === "" },
      ...{
        secret: body.includes(cast.secret),
        essence: html ? essenceOf({ status, headers, body }) : "",
      },
    };
  }

  async function tryFirst(odd: OddRequest, web: Web, first: string): Promise<void> {
    const { method, path, headers } = odd;
    const token = cast.viewers.moderator?.token ?? "";
    const target = path(routes.thread(cast.threadId));
    const sending = {
      ...(method === undefined ? {} : { method }),
      headers: { ...cookieOf(first), ...headers(token) },
    };
    const label = `${odd.name}, ${first} first, ${web === plain ? "no proxy" : "behind a proxy"}`;
    await touch();
    const cold = await send(web.url, target, sending);
    expect(cold.status, label).toBeLessThan(500);
    if (cold.status === 200 && odd.type !== undefined) {
      expect(cold.headers["content-type"], label).toMatch(odd.type);
    }
    for (const name of ["signedOut", "member", "signedOut"]) {
      expectPageOf(name, await look(web, name), `${label}: then ${name}`);
    }
    const warm = await send(web.url, target, sending);
    if (warm.status === 304) expect(warm.body, label).toBe("");
    else expect(outlineOf(warm), `${label}, the second time`).toEqual(outlineOf(cold));
    expectPageOf("signedOut", await look(web, "signedOut", GZIP), `${label}: at last`);
  }

  for (const odd of ODD_REQUESTS) {
    test(odd.name, async () => {
      await tryFirst(odd, plain, "signedOut");
      await tryFirst(odd, proxied, "moderator");
    });
  }
});

test("a list of threads is each viewer's own too, whoever looked first and however oddly", async () => {
  /** Of what differs, a list has the viewer's name, links and votes on opening posts. */
  const expectListOf = async (name: string, label: string) => {
    const answer = await send(plain.url, routes.front("new"), { headers: cookieOf(name) });
    expect(answer.status, label).toBe(200);
    expect(blockedScripts(answer), label).toEqual([]);
    expect(answer.headers["cache-control"], label).toMatch(/private|no-store|no-cache/);
    const expected = {
      ...cast.viewers[name]?.expected,
      secret: false,
      edits: [],
      moderates: false,
    };
    if (name === "authorOfHidden") expected.pressed = 0;
    expect(traitsOf(answer, cast.secret), label).toEqual(expected);
  };
  for (const first of VIEWER_NAMES) {
    for (const second of VIEWER_NAMES) {
      await touch();
      for (const name of [first, second, first]) await expectListOf(name, `${first}, ${second}`);
    }
  }
  const token = cast.viewers.moderator?.token ?? "";
  for (const { name, method, path, headers } of ODD_REQUESTS) {
    for (const first of ["signedOut", "moderator"]) {
      await touch();
      const sending = {
        ...(method === undefined ? {} : { method }),
        headers: { ...cookieOf(first), ...headers(token) },
      };
      const { status } = await send(plain.url, path(routes.front("new")), sending);
      expect(status, name).toBeLessThan(500);
      for (const next of ["signedOut", "member"]) await expectListOf(next, `${name}, then ${next}`);
    }
  }
});

test("what signs in is the session's cookie of its own protocol, also where the page of a signed-out reader is kept", async () => {
  const token = cast.viewers.moderator?.token ?? "";
  const https = { "x-forwarded-proto": "https", "x-forwarded-host": "forum.example" };
  const names = { plain: COOKIE, secure: `__Secure-${COOKIE}` };
  await touch();
  for (let turn = 0; turn < 2; turn += 1) {
    for (const [label, web, headers, cookie, name] of [
      ["http", plain, {}, names.plain, "moderator"],
      ["http, the other's cookie", plain, {}, names.secure, "signedOut"],
      ["http, claimed https", plain, https, names.secure, "signedOut"],
      ["https", proxied, https, names.secure, "moderator"],
      ["https, the other's cookie", proxied, https, names.plain, "signedOut"],
      ["http at the proxy", proxied, {}, names.plain, "moderator"],
    ] as const) {
      expectPageOf("signedOut", await look(web, "signedOut"), `${label}: before`);
      const answer = await look(web, "signedOut", { ...headers, cookie: `${cookie}=${token}` });
      expectPageOf(name, answer, label);
      expectPageOf("signedOut", await look(web, "signedOut", headers), `${label}: after`);
    }
  }
});

test("an entity tag of one viewer's page is never taken for another's", async () => {
  for (const [first, second] of [
    ["signedOut", "member"],
    ["moderator", "signedOut"],
    ["moderator", "moderatorElsewhere"],
  ] as const) {
    await touch();
    await look(plain, first);
    const { etag, "last-modified": modified } = (await look(plain, first)).headers;
    const answer = await look(plain, second, {
      ...(etag === undefined ? {} : { "if-none-match": etag }),
      ...(modified === undefined ? {} : { "if-modified-since": modified }),
    });
    expectPageOf(second, answer, `${second} after ${first}`);
  }
});
