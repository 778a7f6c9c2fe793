import { allowPicture } from "@/lib/accounts/rate-limit";
import { clientAddress } from "@/lib/auth";
import { env } from "@/lib/env";
import { isKnown } from "@/lib/feeds/conditional";
import { refusal } from "@/lib/http/refusal";
import { parseId } from "@/lib/schema";
import { keptPicture, pictureOf } from "@/lib/sharing/kept-pictures";
import { readPicture } from "@/lib/sharing/picture.queries";
import { pictureVersion } from "@/lib/sharing/picture-words";

/** The picture of a thread, for sites that show one beside a link: of what everybody may see. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const id = parseId((await params).id);
  const found = id === null ? null : await readPicture(id, env().REJOINDER_NAME);
  if (found === null || found.found === "nothing") return refusal();
  if (found.found === "hidden")
    return refusal(`A moderator hid this. Reason: ${found.reason}`, 410);
  const { words } = found;
  const etag = `"${pictureVersion(words)}"`;
  // Asked about before each use: the picture of a thread that was hidden is gone with the next.
  const headers = new Headers({
    etag,
    "cache-control": "public, no-cache",
    "cross-origin-resource-policy": "cross-origin",
  });
  if (isKnown(request.headers, { etag, lastModified: null })) {
    return new Response(null, { status: 304, headers });
  }
  if (keptPicture(words) === undefined) {
    const limit = await allowPicture(await clientAddress());
    if (!limit.ok) return refusal(limit.message, 429);
  }
  const picture = await pictureOf(words);
  if (picture === null) return refusal("Too many pictures are asked for. Please try again.", 503);
  headers.set("content-type", "image/png");
  return new Response(new Uint8Array(picture), { headers });
}
