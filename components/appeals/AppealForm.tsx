import { GroundFacts } from "@/components/appeals/GroundFacts";
import { WordsForm } from "@/components/reports/WordsForm.client";
import { Notice } from "@/components/ui/Notice";
import { appealAction } from "@/lib/appeals/actions";
import type { NewAppeal } from "@/lib/appeals/view";

/** The decision and the form for an appeal against it, or why there is none. */
export function AppealForm({
  appeal,
  hidden,
}: {
  appeal: Exclude<NewAppeal, { found: "appealed" }>;
  /** What says against what the appeal is, and by whom. */
  hidden: Record<string, string | number>;
}) {
  if (appeal.found === "refused") return <Notice>{appeal.why}</Notice>;
  return (
    <>
      <GroundFacts ground={appeal.ground} />
      <WordsForm
        action={appealAction}
        hidden={hidden}
        name="text"
        label="Why should the decision be another one?"
        hint={`Possible until ${appeal.until.toISOString().slice(0, 10)}.`}
        rows={7}
        buttons={[{ label: "Send appeal", look: "primary" }]}
      />
    </>
  );
}
