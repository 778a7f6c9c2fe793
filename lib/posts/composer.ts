import { formOf } from "@/lib/form";
import type { Preview } from "@/lib/posts/view";
import { type Failure, failure } from "@/lib/result";

/** What a form for writing shows after it was sent: all that was typed, and what came of it. */
export interface ComposerState {
  /** What was typed, by field. */
  values: Record<string, string>;
  /** A sentence about the whole form. */
  message: string;
  /** Sentences that belong beside a field. */
  errors: Record<string, string>;
  /** Whether signing in again would help. */
  signedOut: boolean;
  preview: Preview | null;
  /** Where to look, if the message speaks of another page. */
  elsewhere: string | null;
  /** Where the written text is found: the browser goes there and forgets the draft. */
  href: string | null;
  /** Whether the draft is to stay, because what was typed has not been published. */
  keepDraft: boolean;
}

export const EMPTY_STATE: ComposerState = {
  values: {},
  message: "",
  errors: {},
  signedOut: false,
  preview: null,
  elsewhere: null,
  href: null,
  keepDraft: false,
};

/** Longest text that is echoed back; more than any form accepts. */
const MAX_ECHO = 500_000;

/** The state that echoes everything typed, whatever was wrong with it. */
export function typedText(form: FormData): ComposerState {
  const values: Record<string, string> = {};
  for (const [name, value] of formOf(form)) {
    if (typeof value === "string" && !name.startsWith("$")) values[name] = value.slice(0, MAX_ECHO);
  }
  return { ...EMPTY_STATE, values };
}

/** The state after a failure: nothing typed is lost. */
export function failed(typed: ComposerState, why: Failure): ComposerState {
  const { message, fields, kind, href } = why;
  const signedOut = kind === "signed-out";
  return { ...typed, message, errors: fields, signedOut, elsewhere: href };
}

/** Whether the form was sent by the composer's script, which adds a field to say so. */
export function isScripted(form: FormData): boolean {
  return form.get("scripted") === "yes";
}

/** Rendering costs time, and a preview looks into a thread: both are for members. */
export const PREVIEW_NEEDS_SIGN_IN = failure("signed-out", "Please sign in to see a preview.");
