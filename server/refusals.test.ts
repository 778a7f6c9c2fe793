import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { BODY_LIMIT, refusalOf } from "@/server/refusals";

function status(method: string, url: string, headers: Record<string, string> = {}, host?: string) {
  const request = {
    method,
    url,
    httpVersion: "1.1",
    headers: { host: "forum.example", ...headers },
  };
  const origin = { address: "192.0.2.1", protocol: "http", host: host ?? "forum.example" } as const;
  return refusalOf(request as unknown as IncomingMessage, origin)?.status;
}

test("pages, queries and signs of all kinds in addresses are let through", () => {
  for (const url of ["/", "/t/1?sort=new", "/u/%C3%A9mile", "/?q=%", "/?next=//x", "/b/a%2Fb"]) {
    expect(status("GET", url), url).toBeUndefined();
  }
});

test("malformed addresses are refused before anything can trip over them", () => {
  for (const url of [
    "/%",
    "//evil.example",
    "/%ff",
    "/a%00",
    "/?a=%00",
    "/a\\b",
    "http://x/",
    "*",
  ]) {
    expect(status("GET", url), url).toBe(400);
  }
});

test("what another site's page sends is refused, whichever way its browser says so", () => {
  const foreign: Record<string, string>[] = [
    { origin: "http://evil.example" },
    { origin: "null" },
    { origin: "http://forum.example:81" },
    { origin: "http://forum.example.evil.example" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
  ];
  for (const headers of foreign) {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      expect(status(method, "/vote", headers), JSON.stringify(headers)).toBe(403);
    }
    expect(status("GET", "/", headers)).toBeUndefined();
  }
});

test("the forum's own forms and programs without a browser are let through", () => {
  expect(status("POST", "/vote", { origin: "http://forum.example" })).toBeUndefined();
  expect(status("POST", "/vote", { origin: "https://forum.example" })).toBeUndefined();
  expect(status("POST", "/vote", { "sec-fetch-site": "same-origin" })).toBeUndefined();
  expect(status("POST", "/vote")).toBeUndefined();
  const standard = { origin: "https://forum.example" };
  expect(status("POST", "/vote", standard, "forum.example:443")).toBeUndefined();
});

test("too large a body, an unknown method and a strange host are refused", () => {
  expect(status("POST", "/preview", { "content-length": String(BODY_LIMIT + 1) })).toBe(413);
  expect(status("POST", "/preview", { "content-length": String(BODY_LIMIT) })).toBeUndefined();
  expect(status("TRACE", "/")).toBe(405);
  expect(status("GET", "/", {}, "a b")).toBe(400);
});
