"use server";

import { allowNewThread, allowPreview } from "@/lib/accounts/rate-limit";
import { clientAddress, viewer } from "@/lib/auth";
import { parseForm } from "@/lib/form";
import { landOn } from "@/lib/http/landing";
import { type ComposerState, failed, typedText } from "@/lib/posts/composer";
import { previewPost } from "@/lib/posts/preview.queries";
import { routes } from "@/lib/routes";
import { openThread } from "@/lib/threads/commands";
import { threadForm } from "@/lib/threads/schema";

/** Opens or previews a thread. */
export async function openThreadAction(_: ComposerState, form: FormData): Promise<ComposerState> {
  const typed = typedText(form);
  const input = parseForm(threadForm, form);
  if (!input.ok) return failed(typed, input);
  const actor = await viewer();
  if (form.get("intent") === "preview") {
    const limit = await allowPreview(actor, await clientAddress());
    if (!limit.ok) return failed(typed, limit);
    const { text, kind } = input.value;
    return { ...typed, preview: await previewPost(actor, text, { kind }) };
  }
  const limit = await allowNewThread(actor, await clientAddress());
  if (!limit.ok) return failed(typed, limit);
  const result = await openThread(actor, input.value);
  if (!result.ok) return failed(typed, result);
  const { threadId, existed } = result.value;
  const href = existed ? `${routes.thread(threadId)}?existed=yes` : routes.thread(threadId);
  // What was typed along with a link that was posted already stays in the draft.
  return landOn(href, form, { ...typed, keepDraft: existed });
}
