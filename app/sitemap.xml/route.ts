import { originOf } from "@/lib/http/origin";
import { routes } from "@/lib/routes";
import { sitemapIndex } from "@/lib/sharing/sitemap";
import { countSitemapParts } from "@/lib/sharing/sitemap.queries";

/** The parts of the sitemap. */
export async function GET(request: Request): Promise<Response> {
  const origin = originOf(request.headers);
  const parts = Array.from({ length: await countSitemapParts() }, (_, index) => index + 1);
  const body = sitemapIndex(parts.map((part) => `${origin}${routes.sitemapPart(part)}`));
  return new Response(body, {
    headers: { "content-type": "application/xml; charset=utf-8", "cache-control": "no-cache" },
  });
}
