// Requests that never reach a page.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Origin } from "@/server/headers";

/**
 * Larger than any post with its form around it, which without scripts holds the text twice and its
 * preview; the text has a limit of its own.
 */
export const BODY_LIMIT = 5_000_000;

const READING = new Set(["GET", "HEAD", "OPTIONS"]);
const WRITING = new Set(["POST", "PUT", "PATCH", "DELETE"]);

export interface Refusal {
  status: number;
  message: string;
}

/** Why a request is refused by its first lines, if it is. */
export function refusalOf(request: IncomingMessage, origin: Origin): Refusal | undefined {
  const { method = "", url = "", headers } = request;
  if (!READING.has(method) && !WRITING.has(method)) {
    return { status: 405, message: `This forum does not know the method ${method}.` };
  }
  if (!isPath(url)) return { status: 400, message: "This address is malformed." };
  const hostless = headers.host === undefined && request.httpVersion !== "1.0";
  if (hostless || !/^[a-z\d.:[\]_-]+$/i.test(origin.host)) {
    return { status: 400, message: "The Host header is malformed." };
  }
  if (WRITING.has(method) && isForeign(request, origin)) {
    return {
      status: 403,
      message: "This form was sent from another site: open the forum and send it from there.",
    };
  }
  if (Number(headers["content-length"] ?? 0) > BODY_LIMIT) return TOO_LARGE;
  const type = headers["content-type"] ?? "";
  if (/^multipart\//i.test(type) && boundaryOf(type) === undefined) return DAMAGED;
  return undefined;
}

export const DAMAGED: Refusal = {
  status: 400,
  message: "The form arrived damaged: please send it again.",
};

export const TOO_LARGE: Refusal = {
  status: 413,
  message: "This is too much to send at once: the limit is 5 MB.",
};

/** What stands between the fields of a form of this type; undefined for any other type. */
export function boundaryOf(contentType: string): string | undefined {
  const match = /^multipart\/form-data\s*;.*?boundary=(?:"([^"]+)"|([^\s;"]+))/i.exec(contentType);
  return match?.[1] ?? match?.[2];
}

/** Whether it is a local path whose every escape means a character that a database can hold. */
function isPath(url: string): boolean {
  if (!url.startsWith("/") || url.startsWith("//") || url.includes("\\")) return false;
  if (/%00/.test(url)) return false;
  try {
    decodeURIComponent(url.split("?", 1)[0] ?? "");
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether a page of another site sent it: browsers say so, and programs, which cannot be tricked
 * into sending somebody's cookies, need not. Schemes are not compared, for a proxy may end HTTPS.
 */
function isForeign({ headers }: IncomingMessage, { host }: Origin): boolean {
  const site = headers["sec-fetch-site"];
  if (headers.origin === undefined) {
    return site !== undefined && site !== "same-origin" && site !== "none";
  }
  try {
    const { protocol, host: sender } = new URL(headers.origin);
    const standard = protocol === "https:" ? /:443$/ : /:80$/;
    return sender !== host.toLowerCase().replace(standard, "");
  } catch {
    return true;
  }
}

/** Who is still sending gets this long to read the answer before the connection is closed. */
const READING_TIME = 2_000;

/** Sends a refusal and ends the connection; what the client still sends is thrown away. */
export function refuse(response: ServerResponse, { status, message }: Refusal): void {
  const request = response.req;
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const body = Buffer.from(`${message}\n`);
  response.writeHead(status, {
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Length": body.length,
    "Cache-Control": "no-store",
    Connection: "close",
  });
  response.write(body);
  // Closed at once, the connection would be reset under a client that has not read the answer.
  const end = () => {
    clearTimeout(timer);
    response.end();
  };
  const timer = setTimeout(end, request.complete ? 0 : READING_TIME);
  request.on("end", end);
  request.resume();
}
