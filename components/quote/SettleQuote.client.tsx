"use client";

import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { NOT_ANSWERED, useSubmission } from "@/components/ui/submission.client";
import { settleQuoteAction } from "@/lib/posts/requote.actions";

const UNTOUCHED = { message: "" };

const lost = () => ({ message: NOT_ANSWERED });

/** What a quoter can do whose quoted words were edited: quote what they say now, or let it stand. */
export function SettleQuote({
  identity,
  anew,
}: {
  identity: number;
  /** Whether something is left to quote. */
  anew: boolean;
}) {
  const { state, formAction, onSubmit, pending } = useSubmission(
    settleQuoteAction,
    UNTOUCHED,
    lost,
  );
  return (
    <form action={formAction} onSubmit={onSubmit} className="grid gap-3">
      {state.message !== "" && <Notice look="bad">{state.message}</Notice>}
      <input type="hidden" name="quote" value={identity} />
      <p className="flex flex-wrap gap-3">
        {anew && (
          <Button look="primary" name="intent" value="anew" disabled={pending}>
            Quote what it says now
          </Button>
        )}
        <Button name="intent" value="leave" disabled={pending}>
          Leave my quote as it is
        </Button>
      </p>
    </form>
  );
}
