"use client";

import type { FormAction } from "@/components/account/ActionForm.client";
import { NOT_ANSWERED, useSubmission } from "@/components/ui/submission.client";
import { type FormState, UNTOUCHED } from "@/lib/form-state";
import { failure } from "@/lib/result";

const lost = ({ values }: FormState): FormState => ({
  failure: failure("conflict", NOT_ANSWERED),
  values,
  done: null,
});

/** Sends a form whose action answers with a FormState. */
export function useAccountSubmission(action: FormAction) {
  return useSubmission(action, UNTOUCHED, lost);
}
