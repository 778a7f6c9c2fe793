import { allowVoting } from "@/lib/accounts/rate-limit";
import { clientAddress, viewer } from "@/lib/auth";
import { parseForm } from "@/lib/form";
import { statusOf } from "@/lib/http/failure";
import type { Failure } from "@/lib/result";
import { localPath, routes } from "@/lib/routes";
import { castVote } from "@/lib/votes/commands";
import { voteForm } from "@/lib/votes/schema";

/** Casts a vote. A script asks for JSON; a plain form is led back to the post. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => new FormData());
  const scripted = request.headers.get("accept") === "application/json";
  const back = form.get("back");
  const page = localPath(typeof back === "string" ? back : undefined);
  const refuse = (failure: Failure) => {
    if (scripted) return Response.json({ message: failure.message }, { status: statusOf(failure) });
    if (failure.kind === "signed-out") return redirectTo(routes.signIn(page));
    return new Response(failure.message, { status: statusOf(failure) });
  };
  const input = parseForm(voteForm, form);
  if (!input.ok) return refuse({ ...input, message: "That is not a vote." });
  const actor = await viewer();
  const limit = await allowVoting(actor, await clientAddress());
  if (!limit.ok) return refuse(limit);
  const { postId, value } = input.value.vote;
  const result = await castVote(actor, postId, value);
  if (!result.ok) return refuse(result);
  return scripted ? Response.json(result.value) : redirectTo(`${page}#post-${postId}`);
}

/** 303, so that reloading the page does not vote again. A path is enough for every browser. */
function redirectTo(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } });
}
