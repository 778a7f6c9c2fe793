"use client";

import { unstable_rethrow } from "next/navigation";
import {
  type FormEvent,
  startTransition,
  useActionState,
  useCallback,
  useRef,
  useState,
  useTransition,
} from "react";
import { requestFormReset } from "react-dom";

/** What a form says whose action was not answered. */
export const NOT_ANSWERED =
  "This was not sent, or its answer was lost. What you typed stays here: check your connection and press the button again.";

/**
 * Sends a form to its server action. Without scripts the browser sends it, and the page comes back
 * with the state; with them it is sent in place, so that a lost connection is an answer like any
 * other and leaves what was typed. (An action given to the form alone would throw away the page.)
 *
 * @param lost what the form shows when no answer came, from what it showed before
 */
export function useSubmission<State>(
  action: (state: Awaited<State>, form: FormData) => Promise<State>,
  initial: Awaited<State>,
  lost: (shown: Awaited<State>) => Awaited<State>,
) {
  const [pageState, formAction] = useActionState(action, initial);
  const [placeState, setPlaceState] = useState<Awaited<State> | null>(null);
  const [pending, startSending] = useTransition();
  const sending = useRef(false);
  const state = placeState ?? pageState;

  const onSubmit = useCallback(
    (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault();
      // A double click sends two events before the button is drawn as disabled.
      if (sending.current) return;
      sending.current = true;
      const element = event.currentTarget;
      const form = new FormData(element, (event.nativeEvent as SubmitEvent).submitter);
      startSending(async () => {
        try {
          const answer = await action(state, form);
          startTransition(() => {
            // As React does with a form of its own: the fields show what the answer says.
            requestFormReset(element);
            setPlaceState(answer);
          });
        } catch (error) {
          // A redirect arrives as an error, which Next.js turns into the navigation.
          unstable_rethrow(error);
          startTransition(() => setPlaceState(lost(state)));
        } finally {
          sending.current = false;
        }
      });
    },
    [action, state, lost],
  );

  return { state, formAction, onSubmit, pending };
}
