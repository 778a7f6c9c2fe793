import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { keepableAddress } from "@/server/keepable-address";

const asked = (url: string, headers: Record<string, string> = {}, method = "GET") =>
  keepableAddress({ url, headers, method } as unknown as IncomingMessage);

test("the pages of a thread are kept by each address that leads to them", () => {
  for (const url of ["/t/1", "/t/12?sort=new", "/t/12?sort=old&page=3", "/t/12?page=2"]) {
    expect(asked(url)?.name, url).toBe(url);
    expect(asked(url, { cookie: "theme=dark" }, "HEAD")?.name, url).toBe(url);
  }
  expect(asked("/t/123")?.threadId).toBe(123);
});

test("so is the first page of each list of threads, of the forum and of a board", () => {
  for (const url of ["/", "/new", "/top", "/active", "/b/law-2", "/b/law-2/active"]) {
    expect(asked(url), url).toEqual({ threadId: null, name: url });
  }
});

test("nothing else is kept: other pages, other spellings, other methods", () => {
  const others = ["/t/", "/t/0", "/t/01", "/t/1/", "/t/1/points", "/t/1?sort=best", "/t/1?sort=x"];
  const more = [
    "/t/1?quote=2",
    "/t/1?at=2",
    "/t/1?page=0",
    "/t/1?page=2&sort=new",
    "/t/1?",
    "/t/%31",
  ];
  const rsc = [
    "/t/1?_rsc=x",
    "/t/1?sort=new&sort=old",
    "/t/1?sort=new#x",
    "/t/9999999999",
    "//t/1",
  ];
  const lists = [
    ...[
      "//",
      "//new",
      "/new/",
      "/hot",
      "/?after=x",
      "/new?after=x",
      "/?",
      "/boards",
      "/b/",
      "/b/a/",
    ],
    ...["/b/a/modlog", "/b/A", "/b/a?after=x", "/b/a/hot", "/b//new", "/b/a/new/top", "/b/%61"],
  ];
  for (const url of [...others, ...more, ...rsc, ...lists]) expect(asked(url), url).toBeNull();
  for (const method of ["POST", "OPTIONS", "PUT"]) expect(asked("/t/1", {}, method)).toBeNull();
});

test("whoever may be somebody is not shown what is kept, nor is the router of Next.js", () => {
  const headers: Record<string, string>[] = [
    { cookie: "a=b; authjs.session-token=x" },
    { cookie: "__Secure-authjs.session-token=" },
    { cookie: "AUTHJS.SESSION-TOKEN=1" },
    { cookie: "__prerender_bypass=x" },
    { rsc: "1" },
    { "next-router-prefetch": "1" },
    { "next-router-state-tree": "[]" },
    { "next-action": "x" },
    { authorization: "Basic x" },
  ];
  for (const each of headers) expect(asked("/t/1", each), JSON.stringify(each)).toBeNull();
});
