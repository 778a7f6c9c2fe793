import { x } from "xastscript";
import { xmlDocument } from "@/lib/feeds/xml";

/** The most that a sitemap may have (https://www.sitemaps.org/protocol.html). */
export const URLS_PER_PART = 50_000;

const SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** An address, and when what is there last changed. */
export interface SitemapLine {
  url: string;
  changedAt: Date;
}

/** The list of the parts of a sitemap. @param urls their full addresses */
export function sitemapIndex(urls: readonly string[]): string {
  return xmlDocument(
    x(
      "sitemapindex",
      { xmlns: SITEMAP },
      urls.map((url) => x("sitemap", null, x("loc", url))),
    ),
  );
}

/** One part of a sitemap. The addresses are full ones, without characters that XML would escape. */
export function sitemapPart(lines: readonly SitemapLine[]): string {
  // By hand: fifty thousand nodes would cost a hundred times as much as their text.
  const rows = lines.map(
    ({ url, changedAt }) =>
      `<url><loc>${url}</loc><lastmod>${changedAt.toISOString()}</lastmod></url>\n`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="${SITEMAP}">\n${rows.join("")}</urlset>\n`;
}
