"use client";

import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { NOT_ANSWERED, useSubmission } from "@/components/ui/submission.client";
import { type ModerationState, moderateAction } from "@/lib/moderation/actions";
import type { ModerationVerb } from "@/lib/routes";

const BUTTONS: Record<ModerationVerb, string> = {
  hide: "Hide",
  unhide: "Unhide",
  lock: "Lock",
  unlock: "Unlock",
};

const UNTOUCHED: ModerationState = { message: "", reasonError: "", reason: "" };

const lost = (shown: ModerationState): ModerationState => ({
  ...shown,
  message: NOT_ANSWERED,
  reasonError: "",
});

/** Asks for the reason, then acts. */
export function ModerationForm({
  verb,
  target,
  id,
}: {
  verb: ModerationVerb;
  target: "thread" | "post";
  id: number;
}) {
  const { state, formAction, onSubmit, pending } = useSubmission(moderateAction, UNTOUCHED, lost);
  return (
    <form action={formAction} onSubmit={onSubmit} className="grid gap-4">
      {state.message !== "" && <Notice look="bad">{state.message}</Notice>}
      <input type="hidden" name="verb" value={verb} />
      <input type="hidden" name="target" value={target} />
      <input type="hidden" name="id" value={id} />
      <TextField
        label="Reason"
        name="reason"
        required
        defaultValue={state.reason}
        error={state.reasonError}
        hint="Everybody can read it: name the rule, not the words."
      />
      <p>
        <Button look={verb === "hide" ? "danger" : "primary"} disabled={pending}>
          {BUTTONS[verb]}
        </Button>
      </p>
    </form>
  );
}
