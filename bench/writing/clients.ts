// People who write at the same time, each doing one thing after another.
import http from "node:http";
import { type Exchange, exchange } from "@/bench/exchange";
import { multipart } from "@/bench/form";
import type { SignedIn } from "@/bench/seed/seeded";

export const COOKIE = "authjs.session-token";

/** Somebody, signed in or not, with connections that stay open. */
export interface Client {
  get(path: string, headers?: Record<string, string>): Promise<Exchange>;
  /** As a script of a page sends it. */
  call(path: string, fields: Record<string, string>): Promise<Exchange>;
  /** As a browser without scripts sends it. */
  submit(path: string, fields: Record<string, string>): Promise<Exchange>;
  close(): void;
}

/** @param connections at the same time; what is asked beyond them waits */
export function clientOf(url: string, who?: SignedIn, connections = 1): Client {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const cookie: Record<string, string> = who ? { cookie: `${COOKIE}=${who.token}` } : {};
  const post = (path: string, body: string, headers: Record<string, string>) =>
    exchange(`${url}${path}`, {
      ...{ method: "POST", agent, body },
      headers: {
        ...cookie,
        origin: url,
        "content-length": String(Buffer.byteLength(body)),
        ...headers,
      },
    });
  return {
    get: (path, headers) =>
      exchange(`${url}${path}`, { headers: { ...cookie, ...headers }, agent }),
    call: (path, fields) =>
      post(path, new URLSearchParams(fields).toString(), {
        accept: "application/json",
        "content-type": "application/x-www-form-urlencoded;charset=UTF-8",
      }),
    submit: (path, fields) => {
      const { type, body } = multipart(fields);
      return post(path, body, { accept: "text/html", "content-type": type });
    },
    close: () => agent.destroy(),
  };
}

/**
 * Has clients work side by side for that many seconds, each beginning anew as soon as it is done.
 *
 * @returns how often it was done a second
 */
export async function rateOf(
  works: readonly (() => Promise<unknown>)[],
  seconds: number,
): Promise<number> {
  const began = performance.now();
  const end = began + seconds * 1000;
  let done = 0;
  await Promise.all(
    works.map(async (work) => {
      while (performance.now() < end) {
        await work();
        done += 1;
      }
    }),
  );
  return (done / (performance.now() - began)) * 1000;
}
