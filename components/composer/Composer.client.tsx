"use client";

import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { ComposerButtons } from "@/components/composer/ComposerButtons";
import { ComposerMessages } from "@/components/composer/ComposerMessages";
import { ComposerPreview } from "@/components/composer/ComposerPreview";
import { ComposerQuotes } from "@/components/composer/ComposerQuotes";
import { ComposerText } from "@/components/composer/ComposerText";
import { useDraft } from "@/components/composer/draft.client";
import { insertQuote } from "@/components/composer/insert-quote";
import { useLivePreview } from "@/components/composer/live-preview.client";
import type { Notes } from "@/components/composer/QuoteNotes";
import { useTextTools } from "@/components/composer/text-tools.client";
import { offlineRoom } from "@/components/offline/fetch.client";
import { Notice } from "@/components/ui/Notice";
import { useSubmission } from "@/components/ui/submission.client";
import { type ComposerState, choicesTyped, EMPTY_STATE, typedText } from "@/lib/posts/composer";
import type { ThreadKind } from "@/lib/threads/view";

export type ComposerAction = (state: ComposerState, form: FormData) => Promise<ComposerState>;

export interface ComposerProps {
  action: ComposerAction;
  /** What is written about; also says where a preview looks for the sources of quotes. */
  place: { parent?: number; post?: number; kind?: ThreadKind };
  /** Sent along unseen. */
  hidden: Record<string, string>;
  /** Of a form that makes something new: sent twice with one key, it makes one. */
  formKey?: string;
  /** What stands in the text at first. */
  text: string;
  /** What is known of the quotes in it, so that they are shown without scripts, too. */
  notes?: Notes;
  /** Quoted lines to be in the text when it opens: under the draft, if there is one. */
  insert?: string;
  /** The draft is kept in this browser under this name. */
  draftKey: string;
  submit: string;
  rows?: number;
  textRequired?: boolean;
  autoFocus?: boolean;
  /** Fields above the text, drawn with what was typed and what is wrong with it. */
  fields?: (state: ComposerState) => ReactNode;
  onCancel?: () => void;
}

const NO_CONNECTION =
  "This was not sent, or its answer was lost: there is no connection. Your text stays here; press the button again, it will not be published twice.";

const KEPT_FOR_LATER =
  "There is no connection. Your reply waits in this browser and is sent when the network is back, once; it stays in the list of your drafts until then.";

const KEEPS_FIELDS = { keepsFields: true };

/**
 * The form that everything is written in: a text area that stays a text area, what became of each
 * quote under it, a preview equal to the result, a draft that survives. Works without scripts: its
 * buttons then send the form.
 */
export function Composer(props: ComposerProps) {
  const { draftKey } = props;
  const waits = useRef(false);
  const lost = useCallback(
    async (_: ComposerState, form: FormData): Promise<ComposerState> => {
      const kept = await offlineRoom()
        .then((room) => room.keepForLater(draftKey, form))
        .catch(() => false);
      waits.current ||= kept;
      return { ...typedText(form), message: kept ? KEPT_FOR_LATER : NO_CONNECTION };
    },
    [draftKey],
  );
  const submission = useSubmission(props.action, EMPTY_STATE, lost, KEEPS_FIELDS);
  const { state, formAction, onSubmit, pending } = submission;
  const form = useRef<HTMLFormElement>(null);
  const draft = useDraft(props.draftKey, form, props.text);
  const text = state.values.text ?? props.text;
  const known = text === props.text ? props.notes : undefined;
  const initial = { text, notes: state.preview ?? known ?? null };
  const live = useLivePreview(form, props.place, initial);
  const tools = useTextTools(form, props.action);
  const [picked, setPicked] = useState<Record<string, string>>({});
  useOpening(form, props);
  useEffect(() => {
    if (state.href === null) return;
    if (!state.keepDraft) draft.forget();
    // It waited for the network before its button was pressed again.
    const { formKey } = state.values;
    if (waits.current && formKey)
      void offlineRoom()
        .then((room) => room.dropReply(formKey))
        .catch(() => {});
    // The permalink, not the place in the thread: from the thread itself that would be a mere jump
    // within the page as it was loaded, without the new post.
    window.location.assign(state.href);
  }, [state.href, state.keepDraft, state.values, draft.forget]);
  const busy = pending || state.href !== null;
  return (
    <form ref={form} action={formAction} onSubmit={onSubmit} className="composer" aria-busy={busy}>
      {Object.entries(props.hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={state.values[name] ?? value} />
      ))}
      {props.formKey && (
        <input
          type="hidden"
          name="formKey"
          value={state.values.formKey ?? draft.formKey ?? props.formKey}
        />
      )}
      <ComposerMessages state={state} restored={draft.restored} onDiscard={draft.discard} />
      {props.fields?.(state)}
      <ComposerText
        initial={text}
        error={state.errors.text}
        rows={props.rows}
        required={props.textRequired}
        autoFocus={props.autoFocus}
      />
      <ComposerQuotes
        // Where there is nothing to quote from, it says at most why there is no preview.
        title={(props.place.parent ?? props.place.post) ? "Quotes" : "Preview"}
        notes={live.notes}
        looking={live.looking}
        trouble={live.trouble}
        chosen={{ ...choicesTyped(state.values), ...draft.choices, ...picked }}
        onChoose={(field, value) => setPicked((before) => ({ ...before, [field]: value }))}
      />
      {tools.message !== "" && <Notice>{tools.message}</Notice>}
      <ComposerButtons
        submit={props.submit}
        busy={busy}
        working={tools.working}
        onPreview={live.onPreview}
        onPoints={props.place.parent === undefined ? undefined : tools.onPoints}
        onRemoveUnanswered={someUnanswered(live.notes) ? tools.onRemoveUnanswered : undefined}
        onCancel={props.onCancel}
      />
      <ComposerPreview preview={live.preview ?? state.preview} />
    </form>
  );
}

/** Some are answered and some are not: before the first answer there is nothing to tidy. */
function someUnanswered(notes: Notes | null): boolean {
  const outermost = notes?.quotes.filter(({ depth }) => depth === 0) ?? [];
  return new Set(outermost.map(({ answered }) => answered)).size === 2;
}

/** Where somebody has asked to write: the caret under the quote, and what is to be quoted put in. */
function useOpening(
  form: { current: HTMLFormElement | null },
  { autoFocus, insert = "" }: ComposerProps,
) {
  useEffect(() => {
    const area = form.current?.querySelector("textarea");
    if (!autoFocus || !area) return;
    // The draft, put back before this, may have taken its place.
    if (!area.value.includes(insert.trimEnd())) insertQuote(area, insert);
    else {
      area.setSelectionRange(area.value.length, area.value.length);
      area.scrollIntoView({ block: "nearest" });
    }
  }, [form, autoFocus, insert]);
}
