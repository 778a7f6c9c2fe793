"use client";

import { useAccountSubmission } from "@/components/account/account-submission.client";
import { FormMessage } from "@/components/account/FormMessage.client";
import { Button } from "@/components/ui/Button";
import { setRhythmAction } from "@/lib/mail/actions";
import { RHYTHMS, type Rhythm } from "@/lib/mail/rhythm";

const WORDS: Record<Rhythm, { label: string; hint: string }> = {
  daily: { label: "Every day", hint: "One mail a day with what you have not read." },
  weekly: { label: "Every week", hint: "One mail a week with what you have not read." },
  never: { label: "Never", hint: "Nothing of what is new; only mail about your account itself." },
};

/** How often mail about what is new may come. */
export function RhythmForm({ rhythm }: { rhythm: Rhythm }) {
  const { state, formAction, onSubmit, pending } = useAccountSubmission(setRhythmAction);
  const error = state.failure?.fields.rhythm;
  const chosen = state.values.rhythm ?? rhythm;
  return (
    <form action={formAction} onSubmit={onSubmit} noValidate className="grid max-w-md gap-4">
      <FormMessage state={state} labels={{}} />
      <fieldset key={chosen} className="m-0 grid gap-3 border-0 p-0">
        <legend className="mb-2 p-0 font-medium">A digest</legend>
        {RHYTHMS.map((each) => (
          <label key={each} className="flex items-baseline gap-3">
            <input type="radio" name="rhythm" value={each} defaultChecked={each === chosen} />
            <span>
              {WORDS[each].label}
              <span className="block text-sm text-soft">{WORDS[each].hint}</span>
            </span>
          </label>
        ))}
        {error && <p className="m-0 text-sm text-danger">{error}</p>}
      </fieldset>
      <div>
        <Button look="primary" disabled={pending}>
          Save
        </Button>
      </div>
    </form>
  );
}
