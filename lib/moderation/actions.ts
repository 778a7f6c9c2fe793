"use server";

import { redirect } from "next/navigation";
import { viewer } from "@/lib/auth";
import { formOf, parseForm } from "@/lib/form";
import { moderate } from "@/lib/moderation/commands";
import { moderationForm } from "@/lib/moderation/schema";
import { routes } from "@/lib/routes";

export interface ModerationState {
  message: string;
  reasonError: string;
  reason: string;
}

/** Hides, unhides, locks or unlocks. */
export async function moderateAction(_: ModerationState, form: FormData): Promise<ModerationState> {
  const typed = formOf(form).get("reason");
  const reason = typeof typed === "string" ? typed : "";
  const input = parseForm(moderationForm, form);
  if (!input.ok) {
    const reasonError = input.fields.reason ?? "";
    return { message: reasonError === "" ? input.message : "", reasonError, reason };
  }
  const result = await moderate(await viewer(), input.value);
  if (!result.ok) return { message: result.message, reasonError: "", reason };
  const { threadId, postId } = result.value;
  redirect(postId === null ? routes.thread(threadId) : routes.post(postId));
}
