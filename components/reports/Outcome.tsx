import { buttonClass } from "@/components/ui/Button";
import type { ReceiptView } from "@/lib/reports/view";
import { routes } from "@/lib/routes";

const day = (date: Date) => date.toISOString().slice(0, 10);

/** The moderator's answer to a report, and how to object. */
export function Outcome({ receipt }: { receipt: ReceiptView }) {
  const { stage, decidedAt, answer } = receipt;
  if (decidedAt === null) {
    return (
      <p className="m-0 text-soft">
        {receipt.appealId !== null && (
          <>
            <a href={routes.appeal(receipt.appealId)} className="underline">
              Your appeal
            </a>{" "}
            was upheld, and the report is open again.{" "}
          </>
        )}
        A person reads it and decides; no machine does. What was decided, and why, will stand here.
      </p>
    );
  }
  return (
    <>
      <p className="m-0 text-soft">
        Decided on <time dateTime={decidedAt.toISOString()}>{day(decidedAt)}</time> by a person, not
        by a machine.
      </p>
      {answer !== "" && (
        <blockquote className="m-0 border-l-4 border-edge pl-4 whitespace-pre-line">
          {answer}
        </blockquote>
      )}
      {stage === "dismissed" && <Objecting receipt={receipt} />}
    </>
  );
}

function Objecting({ receipt }: { receipt: ReceiptView }) {
  const { appealId, appealUntil, byMember, caseId } = receipt;
  if (appealId !== null) {
    return (
      <p className="m-0">
        <a href={routes.appeal(appealId)}>Your appeal</a>
      </p>
    );
  }
  if (appealUntil !== null) {
    return (
      <p className="m-0 flex flex-wrap items-center gap-3">
        <a href={routes.newAppeal({ case: caseId })} className={buttonClass()}>
          Appeal
        </a>
        <span className="text-soft">
          Somebody else will look at it again. Possible until {day(appealUntil)}.
        </span>
      </p>
    );
  }
  if (byMember) return null;
  return (
    <p className="m-0 text-soft">
      If you disagree, report it again with what was missing. An out-of-court dispute settlement
      body and the courts are open to you as well.
    </p>
  );
}
