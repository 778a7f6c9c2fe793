import { actionDone } from "@/components/reports/action-words";
import { Age } from "@/components/ui/Age";
import type { CaseDecision } from "@/lib/reports/view";

/** How a case was decided, by whom and why. */
export function CaseOutcome({ decision, now }: { decision: CaseDecision; now: Date }) {
  const { outcome, action, by, at, answer } = decision;
  const what =
    outcome === "dismissed" ? "dismissed" : action ? actionDone(action.kind) : "acted on";
  return (
    <div className="grid gap-2">
      <p className="m-0">
        <strong className="inline-block first-letter:uppercase">{what}</strong> by {by},{" "}
        <Age date={at} now={now} />
        {action !== null && `, by the rule “${action.reason}”`}
      </p>
      {answer !== "" && (
        <blockquote className="m-0 border-l-4 border-edge pl-4 whitespace-pre-line">
          {answer}
        </blockquote>
      )}
    </div>
  );
}
