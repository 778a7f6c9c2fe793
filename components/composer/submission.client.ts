"use client";

import {
  type FormEvent,
  useActionState,
  useCallback,
  useRef,
  useState,
  useTransition,
} from "react";
import type { ComposerAction } from "@/components/composer/Composer.client";
import { type ComposerState, EMPTY_STATE, typedText } from "@/lib/posts/composer";

const NO_CONNECTION =
  "This was not sent, or its answer was lost: there is no connection. Your text stays here; press the button again, it will not be published twice.";

/**
 * Sends a form to its action. Without scripts the browser sends it, and the page comes back with the
 * state; with them it is sent in place, so that a lost connection is an answer like any other and
 * leaves the form as it is.
 */
export function useSubmission(action: ComposerAction) {
  const [pageState, formAction] = useActionState(action, EMPTY_STATE);
  const [placeState, setPlaceState] = useState<ComposerState | null>(null);
  const [pending, startTransition] = useTransition();
  const sending = useRef(false);
  const state = placeState ?? pageState;

  const onSubmit = useCallback(
    (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault();
      // A double click sends two events before the button is drawn as disabled.
      if (sending.current) return;
      sending.current = true;
      const submitter = (event.nativeEvent as SubmitEvent).submitter;
      const form = new FormData(event.currentTarget, submitter);
      form.set("scripted", "yes");
      startTransition(async () => {
        const answer = await action(EMPTY_STATE, form).catch(() => lost(form));
        sending.current = answer.href !== null;
        setPlaceState(answer);
      });
    },
    [action],
  );

  return { state, formAction, onSubmit, pending };
}

function lost(form: FormData): ComposerState {
  return { ...typedText(form), message: NO_CONNECTION };
}
