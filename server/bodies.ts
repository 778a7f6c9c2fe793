// What is watched of a body on its way to Next.js, which answers 500 to what it can't read.
import type { IncomingMessage, ServerResponse } from "node:http";
import { BODY_LIMIT, boundaryOf, DAMAGED, refuse, TOO_LARGE } from "@/server/refusals";

/** A form ends with its boundary between dashes, and at most a line break. */
const LONGEST_END = 300;

/** Refuses a body that is too large, though it did not say so, and one that is not whole. */
export function watchBody(request: IncomingMessage, response: ServerResponse): void {
  const push = request.push.bind(request);
  const isWhole = wholeness(request);
  let size = 0;
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    size += chunk?.length ?? 0;
    const refusal = size > BODY_LIMIT ? TOO_LARGE : isWhole(chunk) ? undefined : DAMAGED;
    if (refusal === undefined) return push(chunk, encoding);
    if (!response.headersSent) refuse(response, refusal);
    return true;
  };
}

/** Is shown the chunks of a body, null for its end, and says whether all is well so far. */
function wholeness({ headers }: IncomingMessage): (chunk: Buffer | null) => boolean {
  const boundary = boundaryOf(headers["content-type"] ?? "");
  if (boundary !== undefined) {
    let end = Buffer.alloc(0);
    return (chunk) => {
      if (chunk === null) return end.toString("latin1").trimEnd().endsWith(`--${boundary}--`);
      end = Buffer.concat([end, chunk]).subarray(-LONGEST_END);
      return true;
    };
  }
  if (headers["next-action"] === undefined) return () => true;
  // A server action called by a script without a form: its arguments, as a list.
  const chunks: Buffer[] = [];
  return (chunk) => {
    if (chunk === null) return isList(Buffer.concat(chunks).toString("utf8"));
    chunks.push(chunk);
    return true;
  };
}

function isList(text: string): boolean {
  try {
    return Array.isArray(JSON.parse(text));
  } catch {
    return false;
  }
}
