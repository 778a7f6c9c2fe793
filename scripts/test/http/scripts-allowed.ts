// Whether a page's own scripts may run under the policy it was sent with.
import { createHash } from "node:crypto";
import { fromHtml } from "hast-util-from-html";
import type { Answer } from "@/scripts/test/http/client";
import { elements, textOf } from "@/scripts/test/http/forms";

/**
 * The scripts that a browser would not run, by their beginnings: a page that is kept must be sent
 * with the policy it was made for, by nonce or by hash (https://www.w3.org/TR/CSP3/).
 */
export function blockedScripts({ headers, body }: Answer): string[] {
  const policy = String(headers["content-security-policy"]);
  const sources = (/script-src ([^;]*)/.exec(policy)?.[1] ?? "").split(" ");
  return elements(fromHtml(body), "script").flatMap((script) => {
    const { nonce, src, type, integrity } = script.properties;
    // Data is not run.
    if (typeof type === "string" && !/^(module|text\/javascript)$/.test(type)) return [];
    const text = textOf(script);
    const hash = `sha256-${createHash("sha256").update(text).digest("base64")}`;
    const own = typeof src === "string" && src.startsWith("/");
    const allowed = [
      sources.includes(`'nonce-${nonce}'`),
      src === undefined && sources.includes(`'${hash}'`),
      src !== undefined && sources.includes(`'${integrity}'`),
      own && sources.includes("'self'") && !sources.includes("'strict-dynamic'"),
    ];
    return allowed.includes(true) ? [] : [String(src ?? text.slice(0, 60))];
  });
}
