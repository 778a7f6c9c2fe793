import type { CaseView } from "@/lib/reports/view";
import { routes } from "@/lib/routes";

const OUTCOMES = { acted: "Acted on", dismissed: "Dismissed" };

/** Decisions on the same post before, if there are any. */
export function EarlierCases({ cases }: { cases: CaseView["earlier"] }) {
  if (cases.length === 0) return null;
  return (
    <p className="m-0 flex flex-wrap gap-x-3">
      This very post was decided on before:
      {cases.map(({ id, outcome, at }) => (
        <a key={id} href={routes.reportCase(id)} className="underline">
          {OUTCOMES[outcome]} {at.toISOString().slice(0, 10)}
        </a>
      ))}
    </p>
  );
}
