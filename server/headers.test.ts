import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { cleanHeaders, contentSecurityPolicy, newNonce, originOf } from "@/server/headers";

function request(headers: Record<string, string>, remoteAddress = "203.0.113.7"): IncomingMessage {
  return { headers: { ...headers }, socket: { remoteAddress } } as unknown as IncomingMessage;
}

const lies = {
  host: "forum.example",
  "x-forwarded-for": "6.6.6.6, 198.51.100.2",
  "x-forwarded-proto": "https",
  "x-forwarded-host": "other.example",
};

test("without a trusted proxy the client's word about itself counts for nothing", () => {
  expect(originOf(request(lies), false, 3000)).toEqual({
    address: "203.0.113.7",
    protocol: "http",
    host: "forum.example",
  });
});

test("behind a trusted proxy the address is the one that proxy appended", () => {
  expect(originOf(request(lies), true, 3000)).toEqual({
    address: "198.51.100.2",
    protocol: "https",
    host: "other.example",
  });
});

test("an IPv4 client of an IPv6 socket keeps its IPv4 address", () => {
  expect(originOf(request({}, "::ffff:192.0.2.1"), false, 3000).address).toBe("192.0.2.1");
});

test("internal headers from a client are replaced or removed, its own are kept", () => {
  const from = request({
    ...lies,
    "x-rejoinder-address": "127.0.0.1",
    "x-middleware-subrequest": "middleware",
    "content-security-policy": "script-src 'nonce-known'",
    cookie: "a=b",
    rsc: "1",
  });
  cleanHeaders(from, originOf(from, false, 3000), "policy");
  expect(from.headers).toEqual({
    host: "forum.example",
    cookie: "a=b",
    rsc: "1",
    "x-rejoinder-address": "203.0.113.7",
    "x-forwarded-for": "203.0.113.7",
    "x-forwarded-proto": "http",
    "x-forwarded-host": "forum.example",
    "content-security-policy": "policy",
  });
});

test("in production scripts run by nonce alone, and a nonce is never used twice", () => {
  const nonce = newNonce();
  const policy = contentSecurityPolicy(nonce, false);
  expect(policy).toContain(`script-src 'self' 'nonce-${nonce}' 'strict-dynamic';`);
  expect(policy).not.toContain("unsafe-eval");
  expect(newNonce()).not.toBe(nonce);
});
