import { SelectField } from "@/components/ui/SelectField";
import type { Rule } from "@/lib/rules/queries";

/** Asks which rule an action goes by; its title is what everybody may read. */
export function RuleField({
  rules,
  chosen = "",
  error,
  none = "Choose the rule",
  hint = "Everybody can read which rule an action goes by.",
}: {
  rules: readonly Pick<Rule, "id" | "title">[];
  chosen?: string | undefined;
  error?: string | undefined;
  /** What stands for no rule. */
  none?: string;
  hint?: string;
}) {
  const options = rules.map(({ id, title }) => ({ value: id, name: title }));
  return (
    <SelectField {...{ label: "Rule", name: "rule", options, chosen, error, none }} hint={hint} />
  );
}
