"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { deleteAction } from "@/lib/posts/actions";

/** Asks once more, then deletes. */
export function DeleteForm({ postId }: { postId: number }) {
  const [state, submit, pending] = useActionState(deleteAction, { message: "" });
  return (
    <form action={submit} className="grid gap-4">
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
