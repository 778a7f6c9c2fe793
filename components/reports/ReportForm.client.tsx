"use client";

import { useAccountSubmission } from "@/components/account/account-submission.client";
import { FormMessage } from "@/components/account/FormMessage.client";
import { IllegalContent } from "@/components/reports/IllegalContent";
import { ReportSubjects } from "@/components/reports/ReportSubjects";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { reportAction } from "@/lib/reports/actions";
import type { Rule } from "@/lib/rules/queries";

const LABELS = {
  about: "What is wrong with it?",
  explanation: "Explanation",
  address: "Exact address",
  name: "Your name",
  email: "Your e-mail",
  goodFaith: "Statement",
};

/**
 * The form that reports a post. What the law asks of a notice of illegal content is shown, by CSS
 * alone, once that is chosen.
 */
export function ReportForm({
  postId,
  formKey,
  rules,
  address,
  email,
}: {
  postId: number;
  formKey: string;
  rules: readonly Rule[];
  /** Where the post is: what the form says of it at first. */
  address: string;
  /** A member's, so that it need not be typed. */
  email: string | null;
}) {
  const { state, formAction, onSubmit, pending } = useAccountSubmission(reportAction);
  const { values } = state;
  const errors = state.failure?.fields ?? {};
  return (
    <form action={formAction} onSubmit={onSubmit} noValidate className="group/report grid gap-6">
      <FormMessage state={state} labels={LABELS} />
      <input type="hidden" name="post" value={postId} />
      <input type="hidden" name="formKey" value={formKey} />
      <ReportSubjects
        label={LABELS.about}
        rules={rules}
        chosen={values.about ?? ""}
        error={errors.about}
      />
      <TextField
        label={LABELS.explanation}
        name="explanation"
        rows={5}
        defaultValue={values.explanation}
        error={errors.explanation}
        hint="Which words, and what is wrong with them. A rule can be named without more; illegal content needs a reason."
      />
      <IllegalContent
        labels={LABELS}
        values={{ address, email: email ?? "", ...values }}
        errors={errors}
      />
      <div>
        <Button look="primary" disabled={pending}>
          Send report
        </Button>
      </div>
    </form>
  );
}
