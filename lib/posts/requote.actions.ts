"use server";

import { redirect } from "next/navigation";
import { allowPosting } from "@/lib/accounts/rate-limit";
import { clientAddress, viewer } from "@/lib/auth";
import { parseForm } from "@/lib/form";
import { leaveQuote, requote } from "@/lib/posts/requote.commands";
import { settleQuoteForm } from "@/lib/posts/schema";
import { routes } from "@/lib/routes";

export interface SettleState {
  message: string;
}

/** Quotes anew what an edit of the source has made of the words, or lets the quote stand. */
export async function settleQuoteAction(_: SettleState, form: FormData): Promise<SettleState> {
  const input = parseForm(settleQuoteForm, form);
  if (!input.ok) return { message: input.message };
  const actor = await viewer();
  const limit = await allowPosting(actor, await clientAddress());
  if (!limit.ok) return { message: limit.message };
  const { quote: identity, intent } = input.value;
  if (intent === "leave") {
    const left = await leaveQuote(actor, identity);
    if (!left.ok) return { message: left.message };
    redirect(routes.changedQuotes("left"));
  }
  const result = await requote(actor, identity);
  if (!result.ok) return { message: result.message };
  redirect(routes.changedQuotes(result.value.postId));
}
