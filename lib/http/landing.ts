import { redirect } from "next/navigation";
import { type ComposerState, isScripted } from "@/lib/posts/composer";

/**
 * Ends a form that was published: a script is told where to go, so that it can forget the draft
 * first; a plain form is led there.
 */
export function landOn(href: string, form: FormData, typed: ComposerState): ComposerState {
  if (isScripted(form)) return { ...typed, href };
  redirect(href);
}
