"use client";

import type { FormAction } from "@/components/account/ActionForm.client";
import { useAccountSubmission } from "@/components/account/account-submission.client";
import { FormMessage } from "@/components/account/FormMessage.client";
import { Button } from "@/components/ui/Button";

/**
 * People with a role, each with a button that takes it away: one form for the whole list.
 *
 * @param empty what to say when nobody has the role
 * @param verb the button's word, such as "Dismiss"; the person's name is added for screen readers
 */
export function RoleHolders({
  people,
  action,
  hidden = {},
  verb,
  empty,
}: {
  people: readonly { id: number; username: string }[];
  action: FormAction;
  hidden?: Record<string, number>;
  verb: string;
  empty: string;
}) {
  const { state, formAction, onSubmit, pending } = useAccountSubmission(action);
  return (
    <form action={formAction} onSubmit={onSubmit} className="grid gap-3">
      <FormMessage state={state} labels={{}} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {people.length === 0 ? (
        <p className="m-0 text-soft">{empty}</p>
      ) : (
        <ul className="m-0 grid max-w-md list-none gap-2 p-0">
          {people.map((person) => (
            <li key={person.id} className="flex items-center justify-between gap-3">
              <bdi className="truncate font-medium">{person.username}</bdi>
              <Button name="userId" value={person.id} disabled={pending}>
                {verb}
                <span className="sr-only"> {person.username}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}
