"use client";

import { useAccountSubmission } from "@/components/account/account-submission.client";
import { FormMessage } from "@/components/account/FormMessage.client";
import { Button } from "@/components/ui/Button";
import { RadioList } from "@/components/ui/RadioList";
import { threadLevelAction } from "@/lib/notices/actions";
import type { ThreadLevel } from "@/lib/notices/notice";

const LEVELS: readonly { value: ThreadLevel; name: string; hint: string }[] = [
  { value: "watch", name: "Watch", hint: "Tell me of every new post." },
  {
    value: "follow",
    name: "Follow",
    hint: "Tell me of answers to me, quotes of me, and where somebody calls me by @name.",
  },
  {
    value: "mute",
    name: "Mute",
    hint: "Tell me nothing, and leave the thread out of my lists. Decisions of moderators are told all the same.",
  },
];

const QUESTION = "What do you want to be told?";

/** How much of a thread somebody wants to be told. */
export function LevelForm({ threadId, level }: { threadId: number; level: ThreadLevel }) {
  const { state, formAction, onSubmit, pending } = useAccountSubmission(threadLevelAction);
  return (
    <form action={formAction} onSubmit={onSubmit} className="grid gap-5">
      <FormMessage state={state} labels={{ level: QUESTION }} />
      <input type="hidden" name="threadId" value={threadId} />
      <RadioList
        legend={QUESTION}
        name="level"
        choices={LEVELS}
        chosen={state.values.level ?? level}
        error={state.failure?.fields.level}
      />
      <div>
        <Button look="primary" disabled={pending}>
          Save
        </Button>
      </div>
    </form>
  );
}
