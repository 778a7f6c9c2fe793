"use client";

import { useAccountSubmission } from "@/components/account/account-submission.client";
import { FormMessage } from "@/components/account/FormMessage.client";
import { VERB_WORDS } from "@/components/moderation/verb-words";
import { RuleField } from "@/components/rules/RuleField";
import { Button } from "@/components/ui/Button";
import { Field, TextField } from "@/components/ui/Field";
import { SelectField } from "@/components/ui/SelectField";
import type { FormState } from "@/lib/form-state";
import { mergeAction, moderateAction, moveAction, splitAction } from "@/lib/moderation/actions";
import { type ModerationVerb, needsRule } from "@/lib/moderation/verbs";
import type { Rule } from "@/lib/rules/queries";

const ACTIONS: Partial<Record<ModerationVerb, typeof moderateAction>> = {
  move: moveAction,
  merge: mergeAction,
  split: splitAction,
};

const LABELS = {
  minutes: "Minutes between two posts",
  board: "Board",
  into: "Into which thread",
  title: "Title of the new thread",
  rule: "Rule",
  note: "To those it concerns",
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
  const { state, formAction, onSubmit, pending } = useAccountSubmission(action);
  const errors = state.failure?.fields ?? {};
  return (
    <form action={formAction} onSubmit={onSubmit} noValidate className="grid gap-5">
      <FormMessage state={state} labels={LABELS} />
      <input type="hidden" name="verb" value={verb} />
      <input type="hidden" name="target" value={target} />
      <input type="hidden" name="id" value={id} />
      <Extra {...props} state={state} />
      <RuleField
        rules={rules}
        chosen={state.values.rule}
        error={errors.rule}
        {...(needsRule(verb) ? {} : { none: "None" })}
      />
      <TextField
        label={LABELS.note}
        name="note"
        defaultValue={state.values.note}
        error={errors.note}
        hint="They alone read it: what it is about, and what they can do."
      />
      <p className="m-0">
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
  state,
}: ModerationFormProps & { state: FormState }) {
  const { values } = state;
  const errors = state.failure?.fields ?? {};
  if (verb === "hide" && target === "post" && replies > 0) {
    return (
      <label className="flex items-baseline gap-2">
        <input type="checkbox" name="branch" value="yes" defaultChecked={values.branch === "yes"} />
        Hide all replies under it, too
      </label>
    );
  }
  if (verb === "slow") {
    return (
      <Field
        label={LABELS.minutes}
        name="minutes"
        inputMode="numeric"
        required
        defaultValue={values.minutes ?? String(minutes ?? 15)}
        error={errors.minutes}
        hint="0 ends it."
      />
    );
  }
  if (verb === "move") {
    return (
      <SelectField
        label={LABELS.board}
        name="board"
        none="Choose one"
        options={boards.map(({ slug, name }) => ({ value: slug, name }))}
        chosen={values.board ?? ""}
        error={errors.board}
      />
    );
  }
  if (verb === "merge") {
    return (
      <Field
        label={LABELS.into}
        name="into"
        required
        defaultValue={values.into}
        error={errors.into}
        hint="Its number or its address."
      />
    );
  }
  if (verb === "split") {
    return (
      <Field
        label={LABELS.title}
        name="title"
        required
        maxLength={150}
        defaultValue={values.title}
        error={errors.title}
      />
    );
  }
  return null;
}
