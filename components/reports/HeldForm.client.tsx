"use client";

import { useAccountSubmission } from "@/components/account/account-submission.client";
import { FormMessage } from "@/components/account/FormMessage.client";
import { HidingFields, type ListedRule } from "@/components/reports/HidingFields";
import { Button } from "@/components/ui/Button";
import { decideHeldAction } from "@/lib/reports/actions";

const LABELS = { rule: "Rule", note: "To its author" };

/** Shows to everybody what is held, or keeps it hidden by a rule. */
export function HeldForm({ postId, rules }: { postId: number; rules: readonly ListedRule[] }) {
  const { state, formAction, onSubmit, pending } = useAccountSubmission(decideHeldAction);
  return (
    <form action={formAction} onSubmit={onSubmit} noValidate className="grid gap-5">
      <FormMessage state={state} labels={LABELS} />
      <input type="hidden" name="post" value={postId} />
      <div>
        <Button look="primary" name="outcome" value="approve" disabled={pending}>
          Approve
        </Button>
      </div>
      <HidingFields
        {...{ rules, state, pending }}
        outcome="keep"
        submit="Keep it hidden"
        hint="Its author reads by which rule."
      />
    </form>
  );
}
