"use client";

import { useAccountSubmission } from "@/components/account/account-submission.client";
import { FormMessage } from "@/components/account/FormMessage.client";
import { NOTICE_KINDS } from "@/components/notices/notice-kinds";
import { Button } from "@/components/ui/Button";
import { pushWishesAction } from "@/lib/push/actions";
import type { PushWishes } from "@/lib/push/wishes";

/** Which notices somebody wants to have on their devices. */
export function WishesForm({ wishes }: { wishes: PushWishes }) {
  const { state, formAction, onSubmit, pending } = useAccountSubmission(pushWishesAction);
  const { failure, values } = state;
  return (
    <form action={formAction} onSubmit={onSubmit} className="grid gap-4">
      <FormMessage state={state} labels={{}} />
      <input type="hidden" name="whole" value="yes" />
      <fieldset className="m-0 grid gap-3 border-0 p-0">
        <legend className="mb-3 p-0 font-medium">What your devices are told</legend>
        {NOTICE_KINDS.map(({ name, label }) => (
          <label key={name} className="flex items-baseline gap-3">
            <input
              type="checkbox"
              name={name}
              value="yes"
              // After a refusal, what was chosen; unchecked boxes are not sent.
              defaultChecked={failure === null ? wishes[name] : values[name] === "yes"}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <div>
        <Button disabled={pending}>Save what is pushed</Button>
      </div>
    </form>
  );
}
