import { FieldFrame, inputClass } from "@/components/ui/Field";
import type { Rule } from "@/lib/rules/queries";

/** Asks which rule an action goes by; its title is what everybody may read. */
export function RuleField({
  rules,
  chosen,
  error,
}: {
  rules: readonly Pick<Rule, "id" | "title">[];
  chosen: string | undefined;
  error: string | undefined;
}) {
  return (
    <FieldFrame
      label="Rule"
      name="rule"
      error={error}
      hint="Everybody can read which rule an action goes by."
    >
      <select
        id="rule"
        name="rule"
        // A select keeps what it showed first, unless it is a new one.
        key={chosen}
        defaultValue={chosen ?? ""}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? "rule-error rule-hint" : "rule-hint"}
        className={inputClass}
      >
        <option value="">Choose the rule</option>
        {rules.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
