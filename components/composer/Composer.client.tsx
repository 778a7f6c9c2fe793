"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { ComposerPreview } from "@/components/composer/ComposerPreview";
import { useDraft } from "@/components/composer/draft.client";
import { useLivePreview } from "@/components/composer/live-preview.client";
import { useSubmission } from "@/components/composer/submission.client";
import { Button } from "@/components/ui/Button";
import { FieldFrame, inputClass } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import type { ComposerState } from "@/lib/posts/composer";
import { routes } from "@/lib/routes";
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

/**
 * The form that everything is written in: a text area that stays a text area, a preview equal to
 * the result, a draft that survives. Works without scripts: Preview then sends the form.
 */
export function Composer(props: ComposerProps) {
  const { state, formAction, onSubmit, pending } = useSubmission(props.action);
  const form = useRef<HTMLFormElement>(null);
  const draft = useDraft(props.draftKey, form, props.text);
  const live = useLivePreview(form, props.place);
  useEffect(() => {
    const area = form.current?.querySelector("textarea");
    if (!props.autoFocus || !area) return;
    // Under the quote, where the answer goes.
    area.setSelectionRange(area.value.length, area.value.length);
    area.scrollIntoView({ block: "nearest" });
  }, [props.autoFocus]);
  useEffect(() => {
    if (state.href === null) return;
    if (!state.keepDraft) draft.forget();
    // The permalink, not the place in the thread: from the thread itself that would be a mere jump
    // within the page as it was loaded, without the new post.
    window.location.assign(state.href);
  }, [state.href, state.keepDraft, draft.forget]);
  const busy = pending || state.href !== null;
  const textError = state.errors.text;
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
      {state.message !== "" && (
        <Notice look="bad">
          {state.message}{" "}
          {state.elsewhere && (
            <a href={state.elsewhere} target="_blank" rel="noreferrer">
              Open it in a new tab.
            </a>
          )}
          {state.signedOut && (
            <a href={routes.signIn()} target="_blank" rel="noreferrer">
              Sign in in a new tab, then come back and press the button again: your text stays here.
            </a>
          )}
        </Notice>
      )}
      {draft.restored && (
        <p className="composer-draft">
          Your draft was restored.{" "}
          <button type="button" className="link" onClick={draft.discard}>
            Discard it
          </button>
        </p>
      )}
      {props.fields?.(state)}
      <FieldFrame
        label="Text"
        name="text"
        error={textError}
        hint={
          <>
            Markdown. <code>&gt; words</code> quotes a passage; your answer goes under it.
          </>
        }
      >
        <textarea
          id="text"
          name="text"
          rows={props.rows ?? 10}
          // biome-ignore lint/a11y/noAutofocus: the person has just asked to write here
          autoFocus={props.autoFocus}
          required={props.textRequired ?? true}
          defaultValue={state.values.text ?? props.text}
          aria-invalid={textError ? true : undefined}
          aria-describedby={textError ? "text-error text-hint" : "text-hint"}
          className={`${inputClass} composer-text`}
          onChange={live.refresh}
        />
      </FieldFrame>
      <div className="flex flex-wrap items-center gap-3">
        <Button look="primary" name="intent" value="publish" disabled={busy}>
          {props.submit}
        </Button>
        <Button name="intent" value="preview" formNoValidate onClick={live.onPreview}>
          Preview
        </Button>
        {props.onCancel && (
          <button type="button" className="link" onClick={props.onCancel}>
            Cancel
          </button>
        )}
        {busy && <span role="status">Sending…</span>}
      </div>
      <ComposerPreview preview={live.preview ?? state.preview} message={live.message} />
    </form>
  );
}
