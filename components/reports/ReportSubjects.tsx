import { ILLEGAL, ruleChoice } from "@/lib/reports/report";
import type { Rule } from "@/lib/rules/queries";

/** What a post can be reported for: the rules of the forum, and the law. */
export function ReportSubjects({
  label,
  rules,
  chosen,
  error,
}: {
  label: string;
  rules: readonly Rule[];
  chosen: string;
  error: string | undefined;
}) {
  return (
    <fieldset
      id="about"
      aria-describedby={error && "about-error"}
      className="m-0 grid gap-1 border-0 p-0"
    >
      <legend className="mb-1 p-0 font-medium">{label}</legend>
      {rules.map(({ id, title, text }) => (
        <Choice key={id} value={ruleChoice(id)} title={title} text={text} chosen={chosen} />
      ))}
      <Choice
        value={ILLEGAL}
        title="It is against the law"
        text="A formal notice of illegal content, which asks a few things more."
        chosen={chosen}
      />
      {error && (
        <p id="about-error" className="m-0 text-sm text-danger">
          {error}
        </p>
      )}
    </fieldset>
  );
}

function Choice({
  value,
  title,
  text,
  chosen,
}: {
  value: string;
  title: string;
  text: string;
  chosen: string;
}) {
  return (
    <label className="flex items-baseline gap-3 rounded-md border border-line bg-sheet px-3 py-2 has-checked:border-accent has-checked:bg-accent-wash">
      <input type="radio" name="about" value={value} defaultChecked={chosen === value} />
      <span>
        <span className="font-medium">{title}</span>
        {text !== "" && <span className="block text-sm text-soft">{text}</span>}
      </span>
    </label>
  );
}
