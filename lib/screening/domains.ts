import { plain, type ShownText } from "@/lib/screening/text";

/** What may be a site in a text: letters, digits, hyphens and dots in a row. */
const MAYBE_SITE = /[\p{L}\p{N}\p{M}.-]+/gu;

/** The longest name that DNS knows. */
const MAX_LENGTH = 253;

/** The sites that a text links to or names, as DNS writes them. */
export function domainsIn({ text, addresses }: ShownText): Set<string> {
  const found = new Set<string>();
  for (const address of addresses) add(found, siteOfAddress(address));
  // A name that is no link is one for whoever types it.
  for (const [name] of plain(text).replaceAll("。", ".").matchAll(MAYBE_SITE)) {
    if (name.length <= MAX_LENGTH && name.includes(".", 1)) add(found, domainOf(name));
  }
  return found;
}

/** Whether one of the sites is one of the domains, or stands under it. */
export function anyDomainOf(sites: ReadonlySet<string>, domains: readonly string[]): boolean {
  const listed = new Set(domains.map(domainOf));
  return [...sites].some((site) => {
    for (let rest = site; rest !== ""; rest = rest.slice(rest.indexOf(".") + 1)) {
      if (listed.has(rest)) return true;
      if (!rest.includes(".")) return false;
    }
    return false;
  });
}

/**
 * A domain as DNS writes it: small letters, Punycode, no dot at its ends.
 *
 * @returns null for what is none, such as a text without a dot
 */
export function domainOf(name: string): string | null {
  const trimmed = name.replace(/^[.-]+/, "").replace(/[.-]+$/, "");
  if (!trimmed.includes(".") || trimmed.length > MAX_LENGTH) return null;
  const address = `http://${trimmed}/`;
  const host = URL.canParse(address) ? new URL(address).hostname : "";
  return host.includes(".") ? host : null;
}

/** The site of a link; a mail address counts by what stands behind its @. */
function siteOfAddress(address: string): string | null {
  if (/^mailto:/i.test(address)) {
    return domainOf(address.slice(address.lastIndexOf("@") + 1).split("?")[0] ?? "");
  }
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return null;
  return domainOf(new URL(address).hostname);
}

function add(sites: Set<string>, site: string | null): void {
  if (site !== null) sites.add(site);
}
