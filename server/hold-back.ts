// Holding back what Next.js writes, to send it in one piece with something put in.
import type { ServerResponse } from "node:http";
import { SLOT } from "@/lib/http/slot";

/** A page in one piece. */
export interface Composed {
  /** As Next.js made it: without a word of what stands in the slot. */
  shell: Buffer;
  page: Buffer;
}

/**
 * Holds back what is written to a response of which `slot` gives something to put in, and hands it
 * over, whole, in place of the response's end; what is written to others goes through.
 *
 * @param slot asked at the first byte
 * @param head what is put at the end of the page's head
 * @param send sends the page, by the methods of the response
 */
export function holdBack(
  response: ServerResponse,
  slot: () => Buffer | undefined,
  head: () => Buffer | undefined,
  send: (composed: Composed) => Promise<void>,
): void {
  const { write, end, flushHeaders } = response;
  const chunks: Buffer[] = [];
  let held: boolean | undefined;
  const isHeld = () => {
    held ??= slot() !== undefined && !response.headersSent;
    return held;
  };
  const release = () => Object.assign(response, { write, end, flushHeaders });
  response.flushHeaders = () => {
    if (!isHeld()) flushHeaders.call(response);
  };
  response.write = ((chunk: Buffer | string, ...rest: unknown[]) => {
    if (!isHeld()) {
      release();
      return Reflect.apply(write, response, [chunk, ...rest]);
    }
    chunks.push(Buffer.from(chunk as Buffer));
    const done = rest.at(-1);
    if (typeof done === "function") done();
    return true;
  }) as typeof write;
  response.end = ((...rest: unknown[]) => {
    const [chunk] = rest;
    const html = isHeld() ? slot() : undefined;
    release();
    if (html === undefined) return Reflect.apply(end, response, rest);
    if (typeof chunk === "string" || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
    const shell = Buffer.concat(chunks);
    send({ shell, page: filled(shell, html, head()) }).catch(() => response.destroy());
    return response;
  }) as typeof end;
}

const HEAD_END = "</head>";

function filled(shell: Buffer, html: Buffer, head: Buffer | undefined): Buffer {
  const at = shell.indexOf(SLOT);
  // The answer to HEAD has no body; nor has the page's data a slot.
  if (at === -1) return shell;
  const end = head === undefined ? 0 : Math.max(0, shell.indexOf(HEAD_END));
  return Buffer.concat([
    ...(head === undefined || end === 0 ? [] : [shell.subarray(0, end), head]),
    ...[shell.subarray(end, at), html, shell.subarray(at + SLOT.length)],
  ]);
}
