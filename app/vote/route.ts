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
    return refusalPage(failure, page);
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

/** For a browser without scripts: the sentence, and a way back. */
function refusalPage(failure: Failure, back: string): Response {
  const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>The vote was not counted</title>
<h1>The vote was not counted</h1>
<p role="alert">${escaped(failure.message)}</p>
<p><a href="${escaped(back)}">Back to the page</a></p>
</html>
`;
  const headers = { "content-type": "text/html; charset=utf-8" };
  return new Response(html, { status: statusOf(failure), headers });
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** 303, so that reloading the page does not vote again. A path is enough for every browser. */
function redirectTo(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } });
}
