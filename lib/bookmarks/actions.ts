"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { viewer } from "@/lib/auth";
import { bookmark, removeBookmark } from "@/lib/bookmarks/commands";
import { bookmarkForm, removeBookmarkForm } from "@/lib/bookmarks/schema";
import { parseForm } from "@/lib/form";
import { doneForm, type FormState, refusedForm } from "@/lib/form-state";
import { routes } from "@/lib/routes";

/** Keeps a post with a note, and leads to the viewer's bookmarks. */
export async function bookmarkAction(_: FormState, form: FormData): Promise<FormState> {
  const input = parseForm(bookmarkForm, form);
  if (!input.ok) return refusedForm(input, form, ["note"]);
  const { post: postId, note } = input.value;
  const who = await viewer();
  if (!who.signedIn) redirect(routes.signIn(routes.bookmarkPost(postId)));
  const result = await bookmark(who, { postId, note });
  if (!result.ok) return refusedForm(result, form, ["note"]);
  redirect(routes.bookmarks());
}

/** Keeps a post no longer. */
export async function removeBookmarkAction(_: FormState, form: FormData): Promise<FormState> {
  const input = parseForm(removeBookmarkForm, form);
  if (!input.ok) return refusedForm(input, form, []);
  const who = await viewer();
  if (!who.signedIn) redirect(routes.signIn(routes.bookmarks()));
  const result = await removeBookmark(who, input.value.post);
  if (!result.ok) return refusedForm(result, form, []);
  if (input.value.from === "page") redirect(routes.bookmarks());
  revalidatePath(routes.bookmarks());
  return doneForm("The bookmark is gone.");
}
