import { ActionForm } from "@/components/account/ActionForm.client";
import { Age } from "@/components/ui/Age";
import { takeCaseAction } from "@/lib/reports/actions";
import type { CaseView } from "@/lib/reports/view";

/** Who is at a case, and a button to take it or to let go of it. */
export function CaseHolder({
  caseId,
  takenBy,
  viewerId,
  now,
}: {
  caseId: number;
  takenBy: CaseView["takenBy"];
  viewerId: number;
  now: Date;
}) {
  const mine = takenBy?.id === viewerId;
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <p className="m-0">
        {takenBy === null && "Nobody is at it."}
        {takenBy !== null && (
          <>
            {mine ? "You are at it" : `${takenBy.username} is at it`}, since{" "}
            <Age date={takenBy.at} now={now} />.
          </>
        )}
      </p>
      <ActionForm
        key={takenBy?.id ?? 0}
        action={takeCaseAction}
        lines={[]}
        hidden={{ case: caseId, from: takenBy?.id ?? 0, want: mine ? "release" : "take" }}
        submit={mine ? "Let go" : takenBy === null ? "Take" : "Take over"}
        look="plain"
      />
    </div>
  );
}
