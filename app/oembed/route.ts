import { env } from "@/lib/env";
import { parseValues } from "@/lib/form";
import { originOf } from "@/lib/http/origin";
import { oembedOf, oembedXml } from "@/lib/sharing/oembed";
import { readEmbedded } from "@/lib/sharing/oembed.queries";
import { oembedQuery, parseEmbeddable } from "@/lib/sharing/schema";

/** Pages of other sites may ask for it themselves: it is what everybody reads who is signed out. */
const HEADERS = {
  "cache-control": "public, no-cache",
  "access-control-allow-origin": "*",
  "cross-origin-resource-policy": "cross-origin",
};

/** What other sites show of a thread or a post (https://oembed.com). */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const query = parseValues(oembedQuery, Object.fromEntries(searchParams));
  if (!query.ok) return refusal(Object.values(query.fields)[0] ?? query.message, 400);
  const { url, format, ...size } = query.value;
  if (format !== "json" && format !== "xml") return refusal("There is json and xml.", 501);
  const origin = originOf(request.headers);
  const what = parseEmbeddable(url, origin);
  const embedded = what === null ? null : await readEmbedded(what, origin);
  if (embedded === null) return refusal("There is nothing to be shown at this address.", 404);
  const response = oembedOf(embedded, { name: env().REJOINDER_NAME, origin }, size);
  if (format === "json") return Response.json(response, { headers: HEADERS });
  return new Response(oembedXml(response), {
    headers: { ...HEADERS, "content-type": "text/xml; charset=utf-8" },
  });
}

function refusal(message: string, status: number): Response {
  return Response.json({ message }, { status, headers: HEADERS });
}
