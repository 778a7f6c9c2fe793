// What every response says to the browser about itself, and what no request may say to us.
import { randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";

/** On every response, whatever it is. */
export const ALWAYS: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  // Other sites learn which forum a link came from, not which page of it.
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy":
    "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=(), browsing-topics=()",
};

/** A year, once a trusted proxy has said that the forum is reached by HTTPS. */
export const HTTPS_ONLY = "max-age=31536000";

/** A number used once, by which the browser knows the scripts that we sent. */
export function newNonce(): string {
  return randomBytes(16).toString("base64");
}

/**
 * The Content-Security-Policy of one response. Scripts need the nonce, and what they load is trusted
 * with them. Styles come from files; `style` attributes are allowed, because pages set custom
 * properties such as a post's depth in them, and an attribute cannot select other elements. Next.js
 * in development evaluates code and writes style elements.
 */
export function contentSecurityPolicy(nonce: string, dev: boolean): string {
  return policyWith(
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    dev ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
  );
}

/**
 * The same for a page that is sent more than once, so that a nonce would be no secret: files of this
 * forum may run, and the inline scripts of these hashes.
 */
export function policyByHashes(hashes: readonly string[]): string {
  return policyWith(["script-src 'self'", ...hashes].join(" "), "style-src 'self'");
}

function policyWith(scripts: string, styles: string): string {
  return [
    "default-src 'self'",
    scripts,
    styles,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Headers that only we, Next.js or a proxy set. Believed from a client, they would be a lie. */
const INTERNAL =
  /^(x-rejoinder-|x-forwarded-|x-middleware-|x-invoke-|x-next-|x-nextjs-(?!data$|html-request-id$|request-id$)|x-vercel-|x-matched-path$|x-now-|x-prerender-|x-real-ip$|x-client-ip$|x-original-|x-rewrite-|x-http-method|forwarded$|cf-connecting-ip$|true-client-ip$|content-security-policy)/;

export interface Origin {
  /** The client's address. */
  address: string;
  protocol: "http" | "https";
  /** Host and port as the browser knows them. */
  host: string;
}

/**
 * Where a request came from. A proxy in front is believed only if the operator says there is one:
 * it appended the last address of X-Forwarded-For, and what stands before that came from outside.
 */
export function originOf(request: IncomingMessage, trustProxy: boolean, port: number): Origin {
  const peer = (request.socket.remoteAddress ?? "").replace(/^::ffff:/, "");
  const host = request.headers.host ?? `localhost:${port}`;
  if (!trustProxy) return { address: peer, protocol: "http", host };
  const last = (name: string) =>
    String(request.headers[name] ?? "")
      .split(",")
      .pop()
      ?.trim();
  return {
    address: last("x-forwarded-for") || peer,
    protocol: last("x-forwarded-proto") === "https" ? "https" : "http",
    host: last("x-forwarded-host") || host,
  };
}

/**
 * Replaces what the client says about itself by what we know.
 *
 * @param policy the policy with the nonce that Next.js is to give its own scripts; none, no nonce
 */
export function cleanHeaders(
  request: IncomingMessage,
  origin: Origin,
  policy: string | undefined,
): void {
  for (const name of Object.keys(request.headers)) {
    if (INTERNAL.test(name)) delete request.headers[name];
  }
  Object.assign(request.headers, {
    "x-rejoinder-address": origin.address,
    "x-forwarded-for": origin.address,
    "x-forwarded-proto": origin.protocol,
    "x-forwarded-host": origin.host,
    // Next.js takes the nonce of its own scripts from here.
    ...(policy === undefined ? {} : { "content-security-policy": policy }),
  });
}
