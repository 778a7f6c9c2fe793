"use client";

import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { NOT_ANSWERED, useSubmission } from "@/components/ui/submission.client";
import { deleteAction } from "@/lib/posts/actions";

const UNTOUCHED = { message: "" };

const lost = () => ({ message: NOT_ANSWERED });

/** Asks once more, then deletes. */
export function DeleteForm({ postId }: { postId: number }) {
  const { state, formAction, onSubmit, pending } = useSubmission(deleteAction, UNTOUCHED, lost);
  return (
    <form action={formAction} onSubmit={onSubmit} className="grid gap-4">
      {state.message !== "" && <Notice look="bad">{state.message}</Notice>}
      <input type="hidden" name="post" value={postId} />
      <p>
        <Button look="danger" disabled={pending}>
          Delete
        </Button>
      </p>
    </form>
  );
}
