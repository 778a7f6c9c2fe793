import { createHash } from "node:crypto";

/** Query parameters that tell where a reader came from, not what is read. */
const TRACKING = /^(utm_\w+|fbclid|gclid|mc_cid|mc_eid|ref|ref_src)$/i;

/**
 * Longer keys are kept as their SHA-256: an address of 2,000 characters can be nine times as long
 * when encoded, and PostgreSQL's indexes take 2,704 bytes at most. Keys are ASCII.
 */
const MAX_KEY_LENGTH = 500;

/**
 * What stays the same when one page is linked in several ways: scheme, `www.`, a trailing slash,
 * the order of parameters, tracking parameters and the fragment do not count.
 * Readable, but for a long address, whose key is a hash; never longer than MAX_KEY_LENGTH.
 *
 * @param url an absolute http(s) address
 */
export function addressKey(url: string): string {
  const parsed = new URL(url);
  const host = parsed.host.toLowerCase().replace(/^www\./, "");
  const path = parsed.pathname.replace(/\/+$/, "");
  const parameters = [...parsed.searchParams]
    .filter(([name]) => !TRACKING.test(name))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort();
  const key = `${host}${path}${parameters.length > 0 ? `?${parameters.join("&")}` : ""}`;
  if (key.length <= MAX_KEY_LENGTH) return key;
  return createHash("sha256").update(key).digest("hex");
}

/** The site of an address as shown beside a title: its host without `www.`. */
export function siteOf(url: string): string {
  try {
    return new URL(url).host.replace(/^www\./, "");
  } catch {
    return "";
  }
}
