"use client";

import type { ReactNode } from "react";
import type { FormAction } from "@/components/account/ActionForm.client";
import { useAccountSubmission } from "@/components/account/account-submission.client";
import { FormMessage } from "@/components/account/FormMessage.client";
import { Button } from "@/components/ui/Button";
import { routes } from "@/lib/routes";

interface ListedRule {
  id: number;
  title: string;
  text: string;
}

/** The rules in force in their order, and those retired, with their buttons: one form for them all. */
export function RuleList({
  inForce,
  retired,
  action,
}: {
  inForce: readonly ListedRule[];
  retired: readonly ListedRule[];
  action: FormAction;
}) {
  const { state, formAction, onSubmit, pending } = useAccountSubmission(action);
  const button = (value: string, word: string, rule: ListedRule) => (
    <Button name="arrange" value={value} disabled={pending}>
      {word}
      <span className="sr-only"> {rule.title}</span>
    </Button>
  );
  return (
    <form action={formAction} onSubmit={onSubmit} className="grid gap-4">
      <FormMessage state={state} labels={{}} />
      {inForce.length === 0 && <p className="m-0 text-soft">There is no rule in force.</p>}
      <ol className="m-0 grid list-none gap-0 p-0" aria-label="Rules in force">
        {inForce.map((rule, index) => {
          const [above, below] = [inForce[index - 1], inForce[index + 1]];
          return (
            <RuleLine key={rule.id} rule={rule}>
              {above && button(`${rule.id}-before-${above.id}`, "Up", rule)}
              {below && button(`${rule.id}-after-${below.id}`, "Down", rule)}
              {button(`retire-${rule.id}`, "Retire", rule)}
            </RuleLine>
          );
        })}
      </ol>
      {retired.length > 0 && (
        <>
          <h3 className="m-0 font-semibold">Retired</h3>
          <ul className="m-0 grid list-none gap-0 p-0" aria-label="Retired rules">
            {retired.map((rule) => (
              <RuleLine key={rule.id} rule={rule}>
                {button(`restore-${rule.id}`, "Bring back", rule)}
              </RuleLine>
            ))}
          </ul>
        </>
      )}
    </form>
  );
}

function RuleLine({ rule, children }: { rule: ListedRule; children: ReactNode }) {
  return (
    <li className="grid gap-2 border-b border-line py-3 last:border-b-0 sm:grid-cols-[1fr_auto] sm:items-start">
      <div className="min-w-0">
        <a href={routes.adminRule(rule.id)} className="font-medium">
          {rule.title}
        </a>
        <p className="m-0 text-sm text-soft">{rule.text}</p>
      </div>
      <div className="flex flex-wrap gap-2">{children}</div>
    </li>
  );
}
