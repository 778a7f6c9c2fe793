// The configuration that docs/nginx.conf offers, tried with nginx itself.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signUp } from "@/lib/accounts/commands";
import { routes } from "@/lib/routes";
import { board, person, succeeded, thread } from "@/scripts/test/debate";
import { closeConnections, send } from "@/scripts/test/http/client";
import { complaintOf, post, submit } from "@/scripts/test/http/forms";
import { type Nginx, nginx, SCHEME, startNginx } from "@/scripts/test/http/nginx";
import { hammer, type Judgement, readEverywhere } from "@/scripts/test/http/readers";
import { signedIn } from "@/scripts/test/http/sessions";
import { makeStorm } from "@/scripts/test/http/storm";
import { startWeb, type Web } from "@/scripts/test/http/web";

const HTTPS = { [SCHEME]: "https", host: "forum.example.org" };
const ROUNDS = 22;

const GZIP = { "accept-encoding": "gzip" };

if (nginx === undefined) console.log("nginx is not installed: docs/nginx.conf is not tried.");

describe.skipIf(nginx === undefined)("behind nginx", () => {
  let web: Web;
  let proxy: Nginx;
  let threadId: number;
  let openingId: number;

  beforeAll(async () => {
    web = await startWeb({ REJOINDER_TRUST_PROXY: "on", WEB_PROCESSES: "2" });
    proxy = await startNginx(web.port);
    ({ id: threadId, openingId } = await thread(await person(), await board()));
  });

  afterAll(async () => {
    closeConnections();
    await proxy?.stop();
    await web?.stop();
  });

  test("a page arrives compressed, kept by nobody, and tells browsers to stay with HTTPS", async () => {
    const page = await send(proxy.url, routes.thread(threadId), { headers: { ...HTTPS, ...GZIP } });
    expect(page.status).toBe(200);
    expect(page.headers["content-encoding"]).toBe("gzip");
    expect(page.headers["strict-transport-security"]).toMatch(/max-age=\d{7,}/);
    expect(page.headers["cache-control"]).toMatch(/private|no-store|no-cache/);
    expect(page.body).toContain("The opening words of this thread.");
  });

  test("files of the build may be kept for ever", async () => {
    const page = await send(proxy.url, "/", { headers: HTTPS });
    const file = /\/_next\/static\/[^"]+\.(?:js|css)/.exec(page.body)?.[0] ?? "";
    const sent = await send(proxy.url, file, { headers: { ...HTTPS, ...GZIP } });
    expect(sent.status).toBe(200);
    expect(sent.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(sent.headers["content-encoding"]).toBe("gzip");
    expect(sent.headers["x-content-type-options"]).toBe("nosniff");
  });

  test("what a client says of itself is not believed", async () => {
    const lies = { "x-forwarded-host": "evil.example", "x-forwarded-for": "6.6.6.6" };
    const headers = { ...HTTPS, ...lies, "x-forwarded-proto": "http" };
    const answer = await send(proxy.url, routes.annotations(openingId), { headers });
    expect(answer.status).toBe(200);
    expect(answer.body).not.toContain("evil");
    expect(answer.body).toContain("https://forum.example.org/");
    expect(answer.headers["strict-transport-security"]).toBeDefined();
  });

  test("forms arrive: signing in gives a cookie for HTTPS alone, with which a reply is written", async () => {
    const password = "the words of somebody behind nginx";
    const account = { username: "behind", email: "behind@example.org", password };
    succeeded(await signUp(account, "behind"));
    const sender = { url: proxy.url, headers: { ...HTTPS, origin: "https://forum.example.org" } };
    const entered = await submit(sender, "/sign-in", "Sign in", { username: "behind", password });
    expect(entered.status, complaintOf(entered)).toBe(303);
    const cookies = [entered.headers["set-cookie"] ?? []].flat();
    const session = cookies.find((each) => each.startsWith("__Secure-authjs.session-token="));
    expect(session).toMatch(/; Secure/i);
    const headers = { ...sender.headers, cookie: session?.split(";")[0] ?? "" };
    const values = { text: "Written behind nginx." };
    const replied = await submit(
      { url: proxy.url, headers },
      routes.reply(openingId),
      "Publish",
      values,
    );
    expect(replied.status, complaintOf(replied)).toBe(303);
    expect(replied.headers.location).toMatch(/^(https:\/\/forum\.example\.org)?\/p\/\d+/);
    const foreign = { url: proxy.url, headers: { ...headers, origin: "https://evil.example" } };
    expect((await post(foreign, routes.vote(), { vote: `${openingId}:up` })).status).toBe(403);
  });

  test("what is too large is refused by the forum, with its sentence", async () => {
    const body = "x".repeat(5_500_000);
    const answer = await send(proxy.url, "/vote", { method: "POST", body, headers: HTTPS });
    expect(answer.status).toBe(413);
    expect(answer.body).toContain("5 MB");
  });

  test("the first page after each write shows it, through nginx and beside it", async () => {
    const storm = await makeStorm();
    const ways = { urls: [proxy.url, web.url], session: await signedIn(await person()) };
    const judgement: Judgement = { pages: 0, failures: 0, faults: [] };
    const stop = hammer([storm.watched], ways, 2, judgement);
    const storming = async () => {
      for (let count = 0; count < ROUNDS; count += 1) {
        await storm.next(count % 3 === 0 ? web.url : proxy.url);
        await readEverywhere(storm.watched, ways, count, judgement);
      }
    };
    await storming().finally(stop);
    expect(judgement.faults).toEqual([]);
    expect(judgement.failures).toBe(0);
    expect(judgement.pages).toBeGreaterThan(ROUNDS * 2);
  });
});
