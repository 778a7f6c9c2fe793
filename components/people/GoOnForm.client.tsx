"use client";

import { useEffect, useRef } from "react";
import { useAccountSubmission } from "@/components/account/account-submission.client";
import { FormMessage } from "@/components/account/FormMessage.client";
import { Button } from "@/components/ui/Button";
import { goOnWithEverythingAction } from "@/lib/sanctions/hide-all.actions";

/**
 * Goes on with what is not done yet: by itself where scripts run, by its button where none do. One that
 * was refused or got no answer waits for the button.
 *
 * @param left how much there is left: each time it is less, it goes on
 */
export function GoOnForm({ actionId, left }: { actionId: number; left: number }) {
  const { state, formAction, onSubmit, pending } = useAccountSubmission(goOnWithEverythingAction);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (left > 0) form.current?.requestSubmit();
  }, [left]);
  return (
    <form ref={form} action={formAction} onSubmit={onSubmit} className="grid gap-4">
      <FormMessage state={state} labels={{}} />
      <input type="hidden" name="action" value={actionId} />
      <p className="m-0">
        <Button look="primary" disabled={pending}>
          Go on
        </Button>
      </p>
    </form>
  );
}
