import { ANNOTATION_TYPE, annotationPage } from "@/lib/annotations/annotations";
import { readAnnotations } from "@/lib/annotations/queries";
import { viewer } from "@/lib/auth";
import { originOf } from "@/lib/http/origin";
import { parseId } from "@/lib/schema";

/** What is sent depends on who asks, so nobody may keep it for another. */
const HEADERS = { "cache-control": "private, no-store", vary: "accept, cookie" };

/**
 * A post's quotes as W3C Web Annotations: at /p/ID.jsonld, and at /p/ID for who accepts
 * application/ld+json and no HTML (next.config.ts).
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const id = parseId((await params).id);
  const page = id === null ? null : await readAnnotations(await viewer(), id);
  if (page === null || page.found === "nothing") return refusal("There is nothing here.", 404);
  if (page.found === "tombstone") {
    return refusal(`A moderator hid this. Reason: ${page.hidden.reason}`, 410);
  }
  const body = annotationPage(page.post, originOf(request.headers));
  return Response.json(body, { headers: { ...HEADERS, "content-type": ANNOTATION_TYPE } });
}

function refusal(message: string, status: number): Response {
  return Response.json({ message }, { status, headers: HEADERS });
}
