// What happens to a request before and around Next.js.
import { AsyncLocalStorage } from "node:async_hooks";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { RESPONSE, type ResponseWish } from "@/lib/http/status";
import { watchBody } from "@/server/bodies";
import {
  ALWAYS,
  cleanHeaders,
  contentSecurityPolicy,
  HTTPS_ONLY,
  newNonce,
  originOf,
} from "@/server/headers";
import { refusalOf, refuse } from "@/server/refusals";

export interface Surroundings {
  /** Next.js. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  health(response: ServerResponse): Promise<void>;
  dev: boolean;
  trustProxy: boolean;
}

/** The listener of the HTTP server. */
export function requestListener(surroundings: Surroundings): RequestListener {
  const wishes = new AsyncLocalStorage<ResponseWish>();
  (globalThis as { [RESPONSE]?: typeof wishes })[RESPONSE] = wishes;
  return (request, response) => {
    answer(request, response, surroundings, wishes).catch((error) => {
      if (!response.destroyed)
        console.log(`${request.method} ${request.url} failed: ${oneLine(error)}`);
      refuse(response, { status: 500, message: "Something went wrong here. Please try again." });
    });
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { handle, health, dev, trustProxy }: Surroundings,
  wishes: AsyncLocalStorage<ResponseWish>,
): Promise<void> {
  const origin = originOf(request, trustProxy, request.socket.localPort ?? 80);
  const policy = contentSecurityPolicy(newNonce(), dev);
  for (const [name, value] of Object.entries(ALWAYS)) response.setHeader(name, value);
  response.setHeader("Content-Security-Policy", policy);
  if (origin.protocol === "https") response.setHeader("Strict-Transport-Security", HTTPS_ONLY);

  const refusal = refusalOf(request, origin);
  if (refusal !== undefined) return refuse(response, refusal);
  if (request.url === "/healthz") return health(response);

  watchBody(request, response);
  cleanHeaders(request, origin, policy);
  const wish: ResponseWish = {};
  applyWish(response, wish);
  await wishes.run(wish, () => handle(request, response));
}

/** Sends the status that the page asked for by lib/http/status.ts, in place of 200. */
function applyWish(response: ServerResponse, wish: ResponseWish): void {
  const writeHead = response.writeHead;
  response.writeHead = function (this: ServerResponse, status: number, ...rest: unknown[]) {
    const sent = status === 200 ? (wish.status ?? 200) : status;
    return Reflect.apply(writeHead, this, [sent, ...rest]);
  } as typeof writeHead;
}

/** An error in one line of the log. */
export function oneLine(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return text.replace(/\s*\n\s*/g, " | ").slice(0, 600);
}
