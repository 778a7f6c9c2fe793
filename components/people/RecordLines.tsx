import { ActionForm } from "@/components/account/ActionForm.client";
import { actionInWords } from "@/components/people/action-words";
import { Age } from "@/components/ui/Age";
import { momentInWords } from "@/lib/policy/standing";
import { routes } from "@/lib/routes";
import { withdrawWarningAction } from "@/lib/sanctions/actions";
import type { RecordLine } from "@/lib/sanctions/record";

/** Actions on a person: what, by which rule, when, by whom, and what the person was told. */
export function RecordLines({
  lines,
  now,
  withdraw = false,
}: {
  lines: readonly RecordLine[];
  now: Date;
  /** Whether warnings can be withdrawn here. */
  withdraw?: boolean;
}) {
  if (lines.length === 0) return <p className="m-0 text-soft">No action yet.</p>;
  return (
    <ol className="m-0 grid list-none gap-5 p-0">
      {lines.map((line) => (
        <li key={line.id} className="grid gap-1 border-l-2 border-line pl-4">
          <p className="m-0">
            <strong className="font-semibold">{actionInWords(line)}</strong>
            {line.until && ` until ${momentInWords(line.until)}`}
            {line.reason !== "" && `: ${line.reason}`}
            {line.undone && <span className="text-soft"> (taken back since)</span>}
          </p>
          {line.note !== "" && <p className="m-0 font-serif whitespace-pre-wrap">{line.note}</p>}
          <p className="facts">
            <Target on={line.on} />
            <span>by {line.by ?? "an automatic rule"}</span>
            <Age date={line.at} now={now} />
          </p>
          {withdraw && line.withdrawable && (
            <ActionForm
              action={withdrawWarningAction}
              lines={[]}
              hidden={{ action: line.id }}
              submit="Withdraw"
              look="plain"
            />
          )}
        </li>
      ))}
    </ol>
  );
}

function Target({ on }: { on: RecordLine["on"] }) {
  if (on === null) return null;
  return on.postId === null ? (
    <a href={routes.thread(on.threadId)}>Thread {on.threadId}</a>
  ) : (
    <a href={routes.post(on.postId)}>Post {on.postId}</a>
  );
}
