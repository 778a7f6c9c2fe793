"use client";

import { VERB_WORDS } from "@/components/moderation/verb-words";
import { Button } from "@/components/ui/Button";
import { Field, FieldFrame, inputClass, TextField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { NOT_ANSWERED, useSubmission } from "@/components/ui/submission.client";
import {
  type ModerationState,
  mergeAction,
  moderateAction,
  moveAction,
  splitAction,
} from "@/lib/moderation/actions";
import { type ModerationVerb, needsRule } from "@/lib/moderation/verbs";
import type { Rule } from "@/lib/rules/queries";

const UNTOUCHED: ModerationState = { message: "", errors: {}, typed: {} };

const lost = (shown: ModerationState, form: FormData): ModerationState => ({
  ...{ message: NOT_ANSWERED, errors: {} },
  typed: { ...shown.typed, ...(Object.fromEntries(form) as Record<string, string>) },
});

const ACTIONS: Partial<Record<ModerationVerb, typeof moderateAction>> = {
  move: moveAction,
  merge: mergeAction,
  split: splitAction,
};

export interface ModerationFormProps {
  verb: ModerationVerb;
  target: "thread" | "post";
  id: number;
  rules: readonly Rule[];
  /** Where a thread can be moved to. */
  boards: readonly { slug: string; name: string }[];
  /** Replies that could be hidden with the post. */
  replies: number;
  /** The present pace, where a thread is slowed down. */
  minutes: number | null;
}

/** Asks for the rule and a word to those concerned, then acts. */
export function ModerationForm(props: ModerationFormProps) {
  const { verb, target, id, rules } = props;
  const action = ACTIONS[verb] ?? moderateAction;
  const { state, formAction, onSubmit, pending } = useSubmission(action, UNTOUCHED, lost);
  const { errors, typed } = state;
  return (
    <form action={formAction} onSubmit={onSubmit} className="grid gap-4">
      {state.message !== "" && <Notice look="bad">{state.message}</Notice>}
      <input type="hidden" name="verb" value={verb} />
      <input type="hidden" name="target" value={target} />
      <input type="hidden" name="id" value={id} />
      <Extra {...props} state={state} />
      <FieldFrame
        label="Rule"
        name="rule"
        error={errors.rule}
        hint="Everybody can read which rule it was."
      >
        <select
          id="rule"
          name="rule"
          required={needsRule(verb)}
          defaultValue={typed.rule ?? ""}
          key={typed.rule}
          aria-invalid={errors.rule ? true : undefined}
          aria-describedby={errors.rule ? "rule-error rule-hint" : "rule-hint"}
          className={inputClass}
        >
          <option value="">{needsRule(verb) ? "Choose one …" : "None"}</option>
          {rules.map((rule) => (
            <option key={rule.id} value={rule.id}>
              {rule.title}
            </option>
          ))}
        </select>
      </FieldFrame>
      <TextField
        label="To those it concerns"
        name="note"
        defaultValue={typed.note}
        error={errors.note}
        hint="They alone read it: what it is about, and what they can do."
      />
      <p>
        <Button look={verb === "hide" ? "danger" : "primary"} disabled={pending}>
          {VERB_WORDS[verb].button}
        </Button>
      </p>
    </form>
  );
}

/** What a verb asks for beside the reason. */
function Extra({
  verb,
  target,
  boards,
  replies,
  minutes,
  state: { errors, typed },
}: ModerationFormProps & { state: ModerationState }) {
  if (verb === "hide" && target === "post" && replies > 0) {
    return (
      <label className="flex items-baseline gap-2">
        <input type="checkbox" name="branch" value="yes" defaultChecked={typed.branch === "yes"} />
        Hide all replies under it, too
      </label>
    );
  }
  if (verb === "slow") {
    return (
      <Field
        label="Minutes between two posts"
        name="minutes"
        inputMode="numeric"
        required
        defaultValue={typed.minutes ?? String(minutes ?? 15)}
        error={errors.minutes}
        hint="0 ends it."
      />
    );
  }
  if (verb === "move") {
    return (
      <FieldFrame label="Board" name="board" error={errors.board}>
        <select
          id="board"
          name="board"
          required
          defaultValue={typed.board ?? ""}
          key={typed.board}
          className={inputClass}
        >
          <option value="">Choose one …</option>
          {boards.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </select>
      </FieldFrame>
    );
  }
  if (verb === "merge") {
    return (
      <Field
        label="Into which thread"
        name="into"
        required
        defaultValue={typed.into}
        error={errors.into}
        hint="Its number or its address."
      />
    );
  }
  if (verb === "split") {
    return (
      <Field
        label="Title of the new thread"
        name="title"
        required
        maxLength={150}
        defaultValue={typed.title}
        error={errors.title}
      />
    );
  }
  return null;
}
