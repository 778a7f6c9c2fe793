"use client";

import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { NOT_ANSWERED, useSubmission } from "@/components/ui/submission.client";
import { type ModerationState, undoAction } from "@/lib/moderation/actions";

const UNTOUCHED: ModerationState = { message: "", errors: {}, typed: {} };

const lost = (): ModerationState => ({ ...UNTOUCHED, message: NOT_ANSWERED });

/** Takes a merge or a split back. */
export function UndoForm({ action }: { action: number }) {
  const { state, formAction, onSubmit, pending } = useSubmission(undoAction, UNTOUCHED, lost);
  return (
    <form action={formAction} onSubmit={onSubmit} className="grid justify-items-start gap-2">
      {state.message !== "" && <Notice look="bad">{state.message}</Notice>}
      <input type="hidden" name="action" value={action} />
      <Button disabled={pending}>Take it back</Button>
    </form>
  );
}
