import { QueueKeys } from "@/components/reports/QueueKeys.client";
import { routes } from "@/lib/routes";

/** From a case to its neighbours in the queue, and back to all of it. */
export function CaseWays({
  previousId,
  nextId,
}: {
  previousId: number | null;
  nextId: number | null;
}) {
  return (
    <nav
      aria-label="Cases"
      className="flex flex-wrap items-baseline gap-x-5 gap-y-2 border-t border-line pt-4"
    >
      {previousId !== null && (
        <a rel="prev" href={routes.reportCase(previousId)}>
          Previous case
        </a>
      )}
      {nextId !== null && (
        <a rel="next" href={routes.reportCase(nextId)}>
          Next case
        </a>
      )}
      <a href={routes.queue()}>The whole queue</a>
      <QueueKeys />
    </nav>
  );
}
