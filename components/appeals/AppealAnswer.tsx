import { Age } from "@/components/ui/Age";
import type { AppealView } from "@/lib/appeals/view";

/** How an appeal was decided, with the reasons; nothing while it waits. */
export function AppealAnswer({ appeal, now }: { appeal: AppealView; now: Date }) {
  const { decision, own, ground } = appeal;
  if (decision === null) return null;
  return (
    <section aria-label="Decision" className="grid gap-3">
      <blockquote className="m-0 border-l-4 border-edge pl-4 whitespace-pre-line">
        {decision.answer}
      </blockquote>
      <p className="m-0 text-soft">
        Decided by somebody else than who took the decision, <Age date={decision.at} now={now} />.
        {own && decision.upheld && ground.kind === "dismissed" && " The report is open again."}
      </p>
    </section>
  );
}
