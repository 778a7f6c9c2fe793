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
import { SCRIPTED } from "@/lib/form-state";

/** What a form says whose action was not answered. */
export const NOT_ANSWERED =
  "This was not sent, or its answer was lost. What you typed stays here: check your connection and press the button again.";

/**
 * Sends a form to its server action. Without scripts the browser sends it, and the page comes back
 * with the state; with them it is sent in place, so that a lost connection is an answer like any
 * other and leaves what was typed. (An action given to the form alone would throw away the page.)
 *
 * @param lost what the form shows when no answer came, from what it showed before and what was sent
 * @param options.keepsFields leave the fields as they are: more may have been typed meanwhile
 */
export function useSubmission<State>(
  action: (state: Awaited<State>, form: FormData) => Promise<State>,
  initial: Awaited<State>,
  lost: (shown: Awaited<State>, form: FormData) => Awaited<State> | Promise<Awaited<State>>,
  { keepsFields = false }: { keepsFields?: boolean } = {},
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
      const typed = typedIn(element);
      const form = new FormData(element, (event.nativeEvent as SubmitEvent).submitter);
      form.set(SCRIPTED, "yes");
      startSending(async () => {
        try {
          // What is shown stays here: with a preview in it, it would be much to send.
          const answer = await action(initial, form);
          startTransition(() => {
            // As React does with a form of its own: the fields show what the answer says. But for what
            // was typed while it was on its way.
            if (!keepsFields && typedIn(element) === typed) requestFormReset(element);
            setPlaceState(answer);
          });
        } catch (error) {
          // A redirect arrives as an error, which Next.js turns into the navigation.
          unstable_rethrow(error);
          const shown = await lost(state, form);
          startTransition(() => setPlaceState(shown));
        } finally {
          sending.current = false;
        }
      });
    },
    [action, initial, state, lost, keepsFields],
  );

  return { state, formAction, onSubmit, pending };
}

/** What stands in the fields of a form, to compare. */
function typedIn(form: HTMLFormElement): string {
  return JSON.stringify([...new FormData(form)].map(([name, value]) => [name, String(value)]));
}
