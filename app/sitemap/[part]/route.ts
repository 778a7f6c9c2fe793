import { originOf } from "@/lib/http/origin";
import { refusal } from "@/lib/http/refusal";
import { routes } from "@/lib/routes";
import { parseId } from "@/lib/schema";
import { sitemapPart } from "@/lib/sharing/sitemap";
import { countSitemapParts, readSitemapPart } from "@/lib/sharing/sitemap.queries";

/** A part of the sitemap, such as /sitemap/1.xml: the threads that everybody finds. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ part: string }> },
): Promise<Response> {
  const part = parseId(/^(\d+)\.xml$/.exec((await params).part)?.[1]);
  if (part === null || part > (await countSitemapParts())) return refusal();
  const origin = originOf(request.headers);
  const threads = await readSitemapPart(part);
  const lines = threads.map(({ id, lastPostAt }) => {
    return { url: `${origin}${routes.thread(id)}`, changedAt: lastPostAt };
  });
  return new Response(sitemapPart(lines), {
    headers: { "content-type": "application/xml; charset=utf-8", "cache-control": "no-cache" },
  });
}
