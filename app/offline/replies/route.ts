import { allowPosting } from "@/lib/accounts/rate-limit";
import { clientAddress, viewer } from "@/lib/auth";
import { parseForm } from "@/lib/form";
import { statusOf } from "@/lib/http/failure";
import type { Answer } from "@/lib/offline/answer";
import { AUTHOR } from "@/lib/offline/waiting";
import { reply } from "@/lib/posts/commands";
import { choicesIn, replyForm } from "@/lib/posts/schema";
import { type Failure, failure } from "@/lib/result";
import { routes } from "@/lib/routes";

const SOMEBODY_ELSE = failure(
  "signed-out",
  "It waits until whoever wrote it is signed in here again.",
);

/** Publishes a reply that was written without a network: whoever wrote it must be signed in. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => new FormData());
  const input = parseForm(replyForm, form);
  if (!input.ok) return refusal({ ...input, message: input.fields.text ?? input.message });
  const actor = await viewer();
  if (!actor.signedIn || form.get(AUTHOR) !== String(actor.id)) return refusal(SOMEBODY_ELSE);
  const limit = await allowPosting(actor, await clientAddress());
  if (!limit.ok) return refusal(limit);
  const { post: parentId, text: markdown, formKey } = input.value;
  const result = await reply(actor, { parentId, markdown, formKey, choices: choicesIn(form) });
  if (!result.ok) return refusal(result);
  return Response.json({ message: "", href: routes.post(result.value.postId) } satisfies Answer);
}

function refusal(why: Failure): Response {
  const { message, href } = why;
  return Response.json({ message, href } satisfies Answer, { status: statusOf(why) });
}
