import { allowPreview } from "@/lib/accounts/rate-limit";
import { clientAddress, viewer } from "@/lib/auth";
import { parseValues } from "@/lib/form";
import { statusOf } from "@/lib/http/failure";
import { PREVIEW_NEEDS_SIGN_IN } from "@/lib/posts/composer";
import { previewPost } from "@/lib/posts/preview.queries";
import { previewInput } from "@/lib/posts/schema";

/** A text as it would be published: what the composer shows while typing. For members only. */
export async function POST(request: Request): Promise<Response> {
  const actor = await viewer();
  const input = actor.signedIn
    ? parseValues(previewInput, await request.json().catch(() => null))
    : PREVIEW_NEEDS_SIGN_IN;
  if (!input.ok) {
    const message = input.fields.text ?? input.message;
    return Response.json({ message }, { status: statusOf(input) });
  }
  const limit = await allowPreview(actor, await clientAddress());
  if (!limit.ok) return Response.json({ message: limit.message }, { status: statusOf(limit) });
  const { text, choices, ...place } = input.value;
  return Response.json(await previewPost(actor, text, place, choices));
}
