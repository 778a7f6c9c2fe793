import { Age } from "@/components/ui/Age";
import { count } from "@/components/ui/count";
import type { FailedJob } from "@/lib/jobs/queries";

/** Jobs that are not tried any more, with what went wrong. */
export function FailedJobList({ jobs, now }: { jobs: readonly FailedJob[]; now: Date }) {
  return (
    <ol className="m-0 list-none p-0" aria-label="Failed jobs">
      {jobs.map(({ id, kind, attempts, createdAt, lastTriedAt, problem }) => (
        <li key={id} className="grid gap-0.5 border-b border-line py-3">
          <span className="font-medium">
            {kind} <span className="font-normal text-soft">no. {id}</span>
          </span>
          <div className="text-sm text-soft">
            asked for <Age date={createdAt} now={now} /> · {count(attempts, "try", "tries")}, the
            last <Age date={lastTriedAt} now={now} />
          </div>
          <p className="m-0 break-words text-sm">{problem}</p>
        </li>
      ))}
    </ol>
  );
}
