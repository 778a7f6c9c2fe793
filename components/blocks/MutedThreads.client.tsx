"use client";

import { useAccountSubmission } from "@/components/account/account-submission.client";
import { FormMessage } from "@/components/account/FormMessage.client";
import { Button } from "@/components/ui/Button";
import { unmuteAction } from "@/lib/blocks/actions";
import { routes } from "@/lib/routes";

/** Threads that somebody muted, each with a button that lists it again: one form for all. */
export function MutedThreads({ threads }: { threads: readonly { id: number; title: string }[] }) {
  const { state, formAction, onSubmit, pending } = useAccountSubmission(unmuteAction);
  return (
    <form action={formAction} onSubmit={onSubmit} className="grid gap-3">
      <FormMessage state={state} labels={{}} />
      {threads.length === 0 ? (
        <p className="m-0 text-soft">No thread is muted.</p>
      ) : (
        <ul className="m-0 grid list-none gap-2 p-0">
          {threads.map(({ id, title }) => (
            <li key={id} className="flex items-center justify-between gap-3">
              <a href={routes.thread(id)} className="min-w-0 break-words">
                {title}
              </a>
              <Button name="threadId" value={id} disabled={pending}>
                Unmute<span className="sr-only"> {title}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}
