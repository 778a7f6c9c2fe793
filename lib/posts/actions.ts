"use server";

import { redirect } from "next/navigation";
import { allowPosting, allowPreview } from "@/lib/accounts/rate-limit";
import { clientAddress, viewer } from "@/lib/auth";
import { parseForm } from "@/lib/form";
import { landOn } from "@/lib/http/landing";
import { deletePost, editPost, reply } from "@/lib/posts/commands";
import { type ComposerState, failed, typedText } from "@/lib/posts/composer";
import { previewPost } from "@/lib/posts/preview.queries";
import { checkEdited, deleteForm, editForm, replyForm } from "@/lib/posts/schema";
import { routes } from "@/lib/routes";

/** Publishes or previews a reply. */
export async function replyAction(_: ComposerState, form: FormData): Promise<ComposerState> {
  const typed = typedText(form);
  const input = parseForm(replyForm, form);
  if (!input.ok) return failed(typed, input);
  const actor = await viewer();
  const { post: parentId, text: markdown, formKey } = input.value;
  if (form.get("intent") === "preview") {
    const limit = await allowPreview(actor, await clientAddress());
    if (!limit.ok) return failed(typed, limit);
    return { ...typed, preview: await previewPost(actor, markdown, { parent: parentId }) };
  }
  const limit = await allowPosting(actor, await clientAddress());
  if (!limit.ok) return failed(typed, limit);
  const result = await reply(actor, { parentId, markdown, formKey });
  if (!result.ok) return failed(typed, result);
  return landOn(routes.post(result.value.postId), form, typed);
}

/** Saves or previews an edit. */
export async function editAction(_: ComposerState, form: FormData): Promise<ComposerState> {
  const typed = typedText(form);
  const input = parseForm(editForm, form);
  if (!input.ok) return failed(typed, input);
  const actor = await viewer();
  const { post: postId, text: markdown, revision } = input.value;
  if (form.get("intent") === "preview") {
    const limit = await allowPreview(actor, await clientAddress());
    if (!limit.ok) return failed(typed, limit);
    const kind = form.get("kind") === "article" ? "article" : "text";
    const checked = checkEdited(markdown, { opening: true, kind });
    if (!checked.ok) return failed(typed, checked);
    return { ...typed, preview: await previewPost(actor, checked.value, { post: postId, kind }) };
  }
  const limit = await allowPosting(actor, await clientAddress());
  if (!limit.ok) return failed(typed, limit);
  const result = await editPost(actor, { postId, markdown, revision });
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
  redirect(routes.postInThread(result.value.threadId, result.value.postId));
}
