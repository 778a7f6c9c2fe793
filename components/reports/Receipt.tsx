import { Facts } from "@/components/reports/Facts";
import { Outcome } from "@/components/reports/Outcome";
import { STAGES, subjectOf } from "@/components/reports/subject";
import { Age } from "@/components/ui/Age";
import type { ReceiptView } from "@/lib/reports/view";
import { routes } from "@/lib/routes";

/** What was reported, what became of it, and what can be done then. */
export function Receipt({ receipt, now }: { receipt: ReceiptView; now: Date }) {
  return (
    <>
      <section aria-label="What became of it" className="grid gap-3">
        <p className="m-0 text-lg font-medium">{STAGES[receipt.stage]}</p>
        <Outcome receipt={receipt} />
      </section>
      <Facts
        facts={[
          ["Report", `Nº ${receipt.id}`],
          ["Sent", <Age key="sent" date={receipt.createdAt} now={now} />],
          [
            "About",
            <a key="about" href={routes.post(receipt.postId)}>
              {receipt.title ?? `Post ${receipt.postId}`}
            </a>,
          ],
          ["Reported for", subjectOf(receipt)],
          ["Exact address", receipt.address],
          ["Explanation", receipt.explanation],
          ["Your name", receipt.name],
          ["Your e-mail", receipt.email],
        ]}
      />
    </>
  );
}
