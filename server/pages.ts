// Pages with a slot: put together from what Next.js makes of them and the HTML of the slot
// (lib/http/response.ts), compressed, and kept where they are the same for everybody.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { ResponseWish } from "@/lib/http/response";
import { acceptsGzip, gzipped } from "@/server/gzip";
import { policyByHashes } from "@/server/headers";
import { holdBack } from "@/server/hold-back";
import { KeptPage } from "@/server/kept-page";
import { type Making, scriptHashes } from "@/server/kept-pages";

/** Threads; lists of threads, of the forum and of a board; what a person wrote. */
const WITH_SLOT = /^\/(t\/\d+|(b\/[^/?]+\/?)?(new|top|active)?|u\/[^/?]+(\/threads)?)(\?|$)/;

/** Whether a request is for a page that may have a slot. */
export function hasSlot({ url = "" }: IncomingMessage): boolean {
  return WITH_SLOT.test(url);
}

const NOTHING = Buffer.alloc(0);

/**
 * Has a page sent in one piece, with its slot filled.
 *
 * @param making what to keep the page by, if it may be kept: Next.js then makes it without a nonce
 */
export function compose(
  request: IncomingMessage,
  response: ServerResponse,
  wish: ResponseWish,
  making: Making | undefined,
): void {
  const zip = acceptsGzip(request.headers["accept-encoding"]);
  const before = new Set(response.getHeaderNames());
  const slot = () => wish.slot ?? (making && NOTHING);
  holdBack(
    response,
    slot,
    () => wish.head,
    async ({ shell, page }) => {
      vary(response);
      if (making === undefined) {
        return send(response, page, zip ? await gzipped(page, { kept: false }) : undefined);
      }
      response.setHeader("Content-Security-Policy", policyByHashes(scriptHashes(shell)));
      const made = new KeptPage(page, [
        ["content-security-policy", response.getHeader("content-security-policy") ?? ""],
        ...response.getHeaderNames().flatMap((name) => {
          return before.has(name) ? [] : [[name, response.getHeader(name) ?? ""] as const];
        }),
      ]);
      if (wish.keepFor && isForEverybody(response, wish)) making.keep(made, wish.keepFor);
      else making.giveUp();
      await sendEither(response, made, zip);
    },
  );
  if (making === undefined) return;
  // Nothing that is asked for in the queue of a connection closes when that does: its page is made to the
  // end. Whoever asked otherwise may have left while the state was looked up: then nothing closes any more.
  if (response.closed) making.giveUp();
  else response.on("close", making.giveUp);
}

/** Sends a page from memory. */
export async function sendKept(response: ServerResponse, page: KeptPage): Promise<void> {
  for (const [name, value] of page.headers) response.setHeader(name, value);
  await sendEither(response, page, acceptsGzip(response.req.headers["accept-encoding"]));
}

async function sendEither(response: ServerResponse, page: KeptPage, zip: boolean): Promise<void> {
  if (response.req.method === "HEAD") response.end();
  else if (zip) send(response, NOTHING, await page.zipped());
  else send(response, await page.plain(), undefined);
}

function isForEverybody(response: ServerResponse, wish: ResponseWish): boolean {
  const plain = response.statusCode === 200 && wish.status === undefined;
  // The answer to HEAD has no page in it.
  const whole = response.req.method === "GET" && !response.hasHeader("set-cookie");
  return plain && whole;
}

function vary(response: ServerResponse): void {
  const names = String(response.getHeader("vary") ?? "");
  if (/accept-encoding/i.test(names)) return;
  response.setHeader("Vary", names === "" ? "Accept-Encoding" : `${names}, Accept-Encoding`);
}

function send(response: ServerResponse, page: Buffer, zipped: Buffer | undefined): void {
  if (response.req.method === "HEAD") {
    response.end();
    return;
  }
  const body = zipped ?? page;
  if (zipped !== undefined) response.setHeader("Content-Encoding", "gzip");
  response.setHeader("Content-Length", body.length);
  response.end(body);
}
