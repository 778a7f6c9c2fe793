/** Query parameters that tell where a reader came from, not what is read. */
const TRACKING = /^(utm_\w+|fbclid|gclid|mc_cid|mc_eid|ref|ref_src)$/i;

/**
 * What stays the same when one page is linked in several ways: scheme, `www.`, a trailing slash,
 * the order of parameters, tracking parameters and the fragment do not count.
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
  return `${host}${path}${parameters.length > 0 ? `?${parameters.join("&")}` : ""}`;
}

/** The site of an address as shown beside a title: its host without `www.`. */
export function siteOf(url: string): string {
  try {
    return new URL(url).host.replace(/^www\./, "");
  } catch {
    return "";
  }
}
