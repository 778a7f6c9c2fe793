"use client";

import { useAccountSubmission } from "@/components/account/account-submission.client";
import { FormMessage } from "@/components/account/FormMessage.client";
import { Button } from "@/components/ui/Button";
import { RadioList } from "@/components/ui/RadioList";
import { setRhythmAction } from "@/lib/mail/actions";
import type { Rhythm } from "@/lib/mail/rhythm";

const RHYTHMS: readonly { value: Rhythm; name: string; hint: string }[] = [
  { value: "daily", name: "Every day", hint: "One mail a day with what you have not read." },
  { value: "weekly", name: "Every week", hint: "One mail a week with what you have not read." },
  {
    value: "never",
    name: "Never",
    hint: "Nothing of what is new; only mail about your account itself.",
  },
];

const QUESTION = "A digest";

/** How often mail about what is new may come. */
export function RhythmForm({ rhythm }: { rhythm: Rhythm }) {
  const { state, formAction, onSubmit, pending } = useAccountSubmission(setRhythmAction);
  return (
    <form action={formAction} onSubmit={onSubmit} noValidate className="grid max-w-md gap-4">
      <FormMessage state={state} labels={{ rhythm: QUESTION }} />
      <RadioList
        legend={QUESTION}
        name="rhythm"
        choices={RHYTHMS}
        chosen={state.values.rhythm ?? rhythm}
        error={state.failure?.fields.rhythm}
      />
      <div>
        <Button look="primary" disabled={pending}>
          Save
        </Button>
      </div>
    </form>
  );
}
