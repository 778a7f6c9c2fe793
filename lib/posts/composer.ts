import { formOf } from "@/lib/form";
import { SCRIPTED } from "@/lib/form-state";
import type { Preview } from "@/lib/posts/view";
import { CHOICE_FIELD } from "@/lib/quotes/choices";
import { type Failure, failure } from "@/lib/result";
import type { Layout } from "@/lib/text/points";
import { layOut, withoutUnanswered, withQuotes } from "@/lib/text/quoting";

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

/** The choices among what was typed, by their fields' names. */
export function choicesTyped(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => name.startsWith(CHOICE_FIELD)),
  );
}

/** The state after a failure: nothing typed is lost. */
export function failed(typed: ComposerState, why: Failure): ComposerState {
  const { message, fields, kind, href } = why;
  const signedOut = kind === "signed-out";
  return { ...typed, message, errors: fields, signedOut, elsewhere: href };
}

/**
 * The state with the answered post laid out under what was typed. The whole post as one quote, which
 * a reply's page begins with, gives way to it.
 *
 * @param whole the answered post as one quote
 */
export function withLayout(typed: ComposerState, layout: Layout, whole: string): ComposerState {
  const before = typedBefore(typed);
  const kept = before.trim() === whole.trim() ? "" : before;
  // Pressed again, it adds what is not there yet.
  const missing = layout.quotes.filter((quote) => !`\n${kept}\n`.includes(`\n${quote}\n`));
  const text = missing.length === 0 ? before : withQuotes(kept, layOut(missing));
  return { ...typed, values: { ...typed.values, text }, message: layoutMessage(layout) };
}

function layoutMessage({ laidOut, points }: Layout): string {
  if (points === 0) return "That post has no words of its own to lay out.";
  if (laidOut === points) return "";
  return `That post is long: the first ${laidOut} of its ${points} points are laid out. Answer the others in another post.`;
}

/** The state without the quotes that nothing is answered to; unless nothing would be left. */
export function unansweredRemoved(typed: ComposerState): ComposerState {
  const before = typedBefore(typed);
  const text = withoutUnanswered(before);
  return { ...typed, values: { ...typed.values, text: text.trim() === "" ? before : text } };
}

/** Forms send line ends as CR LF. */
function typedBefore({ values }: ComposerState): string {
  return (values.text ?? "").replace(/\r\n?/g, "\n");
}

/** Whether the form was sent by a script, which adds a field to say so. */
export function isScripted(form: FormData): boolean {
  return form.get(SCRIPTED) === "yes";
}

/** Rendering costs time, and a preview looks into a thread: both are for members. */
export const PREVIEW_NEEDS_SIGN_IN = failure("signed-out", "Please sign in to see a preview.");
