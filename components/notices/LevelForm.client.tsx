"use client";

import { useAccountSubmission } from "@/components/account/account-submission.client";
import { FormMessage } from "@/components/account/FormMessage.client";
import { Button } from "@/components/ui/Button";
import { threadLevelAction } from "@/lib/notices/actions";
import type { ThreadLevel } from "@/lib/notices/notice";

const LEVELS = [
  { level: "watch", name: "Watch", says: "Tell me of every new post." },
  {
    level: "follow",
    name: "Follow",
    says: "Tell me of answers to me, quotes of me, and where somebody calls me by @name.",
  },
  {
    level: "mute",
    name: "Mute",
    says: "Tell me nothing, and leave the thread out of my lists. Decisions of moderators are told all the same.",
  },
] as const;

/** How much of a thread somebody wants to be told. */
export function LevelForm({ threadId, level }: { threadId: number; level: ThreadLevel }) {
  const { state, formAction, onSubmit, pending } = useAccountSubmission(threadLevelAction);
  const chosen = state.values.level ?? level;
  return (
    <form action={formAction} onSubmit={onSubmit} className="grid gap-5">
      <FormMessage state={state} labels={{}} />
      <input type="hidden" name="threadId" value={threadId} />
      <fieldset className="m-0 grid gap-3 border-0 p-0">
        <legend className="mb-3 p-0 font-medium">What do you want to be told?</legend>
        {LEVELS.map((each) => (
          <label key={each.level} className="flex items-baseline gap-3">
            <input
              type="radio"
              name="level"
              value={each.level}
              defaultChecked={each.level === chosen}
            />
            <span>
              {each.name}
              <span className="block text-sm text-soft">{each.says}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div>
        <Button look="primary" disabled={pending}>
          Save
        </Button>
      </div>
    </form>
  );
}
