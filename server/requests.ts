// What happens to a request before and around Next.js.
import { AsyncLocalStorage } from "node:async_hooks";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import compression from "compression";
import { RESPONSE, type ResponseWish } from "@/lib/http/response";
import { routes } from "@/lib/routes";
import { watchBody } from "@/server/bodies";
import { writeDetached } from "@/server/detached";
import {
  ALWAYS,
  cleanHeaders,
  contentSecurityPolicy,
  HTTPS_ONLY,
  newNonce,
  originOf,
} from "@/server/headers";
import { KeptPages } from "@/server/kept-pages";
import { isLive, type Live } from "@/server/live/endpoint";
import { oneLine } from "@/server/log";
import { compose, hasSlot, sendKept } from "@/server/pages";
import { refusalOf, refuse } from "@/server/refusals";

export interface Surroundings {
  /** Next.js. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  health(response: ServerResponse): Promise<void>;
  /** The service worker. */
  worker(response: ServerResponse): Promise<void>;
  /** The open streams. */
  live: Live;
  dev: boolean;
  trustProxy: boolean;
}

/** It is made for Express, and asks nothing of it. */
const compress = compression() as unknown as (
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
) => void;

/** The listener of the HTTP server. */
export function requestListener(surroundings: Surroundings): RequestListener {
  const wishes = new AsyncLocalStorage<ResponseWish>();
  (globalThis as { [RESPONSE]?: typeof wishes })[RESPONSE] = wishes;
  const pages = new KeptPages();
  return (request, response) => {
    answer(request, response, surroundings, wishes, pages).catch((error) => {
      if (!response.destroyed)
        console.log(`${request.method} ${request.url} failed: ${oneLine(error)}`);
      refuse(response, { status: 500, message: "Something went wrong here. Please try again." });
    });
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  surroundings: Surroundings,
  wishes: AsyncLocalStorage<ResponseWish>,
  pages: KeptPages,
): Promise<void> {
  const { health, worker, live, dev, trustProxy } = surroundings;
  const origin = originOf(request, trustProxy, request.socket.localPort ?? 80);
  const policy = contentSecurityPolicy(newNonce(), dev);
  for (const [name, value] of Object.entries(ALWAYS)) response.setHeader(name, value);
  response.setHeader("Content-Security-Policy", policy);
  if (origin.protocol === "https") response.setHeader("Strict-Transport-Security", HTTPS_ONLY);

  const refusal = refusalOf(request, origin);
  if (refusal !== undefined) return refuse(response, refusal);
  if (request.url === "/healthz") return health(response);
  if (request.url === routes.serviceWorker()) return worker(response);
  if (isLive(request)) return live.open(request, response, origin);

  // Before anything is waited for: from then on the body may come.
  watchBody(request, response);
  const found = dev ? null : await pages.findFor(request, origin);
  if (found?.page !== undefined) return sendKept(response, found.page);

  // What is kept is sent more than once, so it must do without a nonce.
  cleanHeaders(request, origin, found === null ? policy : undefined);
  writeDetached(response);
  const wish: ResponseWish = {};
  applyWish(response, wish);
  if (hasSlot(request)) compose(request, response, wish, found?.making);
  else compress(request, response, () => {});
  await wishes.run(wish, () => surroundings.handle(request, response));
}

/** Sends the status that the page asked for by lib/http/response.ts, in place of 200. */
function applyWish(response: ServerResponse, wish: ResponseWish): void {
  const writeHead = response.writeHead;
  response.writeHead = function (this: ServerResponse, status: number, ...rest: unknown[]) {
    const sent = status === 200 ? (wish.status ?? 200) : status;
    return Reflect.apply(writeHead, this, [sent, ...rest]);
  } as typeof writeHead;
}
