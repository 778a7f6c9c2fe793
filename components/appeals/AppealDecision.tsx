import { WordsForm } from "@/components/reports/WordsForm.client";
import { decideAppealAction } from "@/lib/appeals/actions";
import type { GroundView } from "@/lib/appeals/view";

/** The form that decides an appeal, with reasons. */
export function AppealDecision({ appealId, ground }: { appealId: number; ground: GroundView }) {
  const effect =
    ground.kind === "dismissed"
      ? "Upheld, the report is open again."
      : "Upheld, what was done is taken back.";
  return (
    <WordsForm
      action={decideAppealAction}
      hidden={{ appeal: appealId }}
      name="answer"
      label="Your reasons"
      hint={`Who appealed reads them. ${effect}`}
      rows={5}
      buttons={[
        { label: "Uphold the appeal", look: "primary", name: "outcome", value: "upheld" },
        { label: "Refuse the appeal", name: "outcome", value: "refused" },
      ]}
    />
  );
}
