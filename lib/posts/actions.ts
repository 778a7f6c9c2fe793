"use server";

import { redirect } from "next/navigation";
import { allowPosting, allowPreview } from "@/lib/accounts/rate-limit";
import { clientAddress, viewer } from "@/lib/auth";
import { parseForm } from "@/lib/form";
import { landOn } from "@/lib/http/landing";
import { deletePost, editPost, reply } from "@/lib/posts/commands";
import {
  type ComposerState,
  failed,
  typedText,
  unansweredRemoved,
  withLayout,
} from "@/lib/posts/composer";
import { readLayout } from "@/lib/posts/layout.queries";
import { previewPost } from "@/lib/posts/preview.queries";
import { readAsQuote } from "@/lib/posts/queries";
import {
  checkEdited,
  choicesIn,
  deleteForm,
  editForm,
  layoutForm,
  replyForm,
} from "@/lib/posts/schema";
import { failure } from "@/lib/result";
import { routes } from "@/lib/routes";

/** Publishes or previews a reply, or changes its text as its buttons say. */
export async function replyAction(_: ComposerState, form: FormData): Promise<ComposerState> {
  const typed = typedText(form);
  if (typed.values.intent === "points") return pointsLaidOut(form, typed);
  if (typed.values.intent === "remove-unanswered") return unansweredRemoved(typed);
  const input = parseForm(replyForm, form);
  if (!input.ok) return failed(typed, input);
  const actor = await viewer();
  const { post: parentId, text: markdown, formKey } = input.value;
  const choices = choicesIn(form);
  if (form.get("intent") === "preview") {
    const limit = await allowPreview(actor, await clientAddress());
    if (!limit.ok) return failed(typed, limit);
    return { ...typed, preview: await previewPost(actor, markdown, { parent: parentId }, choices) };
  }
  const limit = await allowPosting(actor, await clientAddress());
  if (!limit.ok) return failed(typed, limit);
  const result = await reply(actor, { parentId, markdown, formKey, choices });
  if (!result.ok) return failed(typed, result);
  return landOn(routes.post(result.value.postId), form, typed);
}

/** The text with the answered post laid out as quotes under what was typed already. */
async function pointsLaidOut(form: FormData, typed: ComposerState): Promise<ComposerState> {
  const input = parseForm(layoutForm, form);
  if (!input.ok) return failed(typed, input);
  const actor = await viewer();
  const limit = await allowPreview(actor, await clientAddress());
  if (!limit.ok) return failed(typed, limit);
  const layout = await readLayout(actor, input.value.post);
  if (layout === null) return failed(typed, failure("missing", "That post is not here any more."));
  const whole = await readAsQuote(actor, input.value.post);
  return withLayout(typed, layout, whole ?? "");
}

/** Saves or previews an edit. */
export async function editAction(_: ComposerState, form: FormData): Promise<ComposerState> {
  const typed = typedText(form);
  if (typed.values.intent === "remove-unanswered") return unansweredRemoved(typed);
  const input = parseForm(editForm, form);
  if (!input.ok) return failed(typed, input);
  const actor = await viewer();
  const { post: postId, text: markdown, revision } = input.value;
  const choices = choicesIn(form);
  if (form.get("intent") === "preview") {
    const limit = await allowPreview(actor, await clientAddress());
    if (!limit.ok) return failed(typed, limit);
    const kind = form.get("kind") === "article" ? "article" : "text";
    const checked = checkEdited(markdown, { opening: true, kind });
    if (!checked.ok) return failed(typed, checked);
    const place = { post: postId, kind } as const;
    return { ...typed, preview: await previewPost(actor, checked.value, place, choices) };
  }
  const limit = await allowPosting(actor, await clientAddress());
  if (!limit.ok) return failed(typed, limit);
  const result = await editPost(actor, { postId, markdown, revision, choices });
  if (!result.ok) return failed(typed, result);
  return landOn(routes.post(result.value.postId), form, typed);
}

/** Deletes a post of the viewer's own. */
export async function deleteAction(
  _: { message: string },
  form: FormData,
): Promise<{ message: string }> {
  const input = parseForm(deleteForm, form);
  const result = input.ok ? await deletePost(await viewer(), input.value.post) : input;
  if (!result.ok) return { message: result.message };
  redirect(routes.post(result.value.postId));
}
