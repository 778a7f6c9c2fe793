import { subjectOf } from "@/components/reports/subject";
import { Age } from "@/components/ui/Age";
import { count } from "@/components/ui/count";
import type { QueueLine } from "@/lib/reports/view";
import { routes } from "@/lib/routes";
import { snippet } from "@/lib/text/snippet";

const EXCERPT_LENGTH = 200;

/** The cases that wait, each a link to all that is known of it. */
export function QueueList({
  lines,
  viewerId,
  now,
}: {
  lines: readonly QueueLine[];
  viewerId: number;
  now: Date;
}) {
  return (
    <ol className="m-0 list-none p-0">
      {lines.map((line) => (
        <li key={line.id} className="grid gap-1 border-b border-line py-4">
          <h2 className="m-0 text-base font-medium">
            <a href={routes.reportCase(line.id)} data-queue-item>
              {line.opening ? line.title : `Reply in ${line.title}`}
            </a>
            {line.hidden && <span className="badge">hidden</span>}
            {line.takenBy !== null && (
              <span className="badge">
                {line.takenBy.id === viewerId ? "yours" : `${line.takenBy.username} is at it`}
              </span>
            )}
          </h2>
          <p className="m-0 flex flex-wrap gap-x-3 text-sm">
            <span className="font-medium">{count(line.reports, "report")}</span>
            {line.subjects.map((subject) => (
              <span key={subjectOf(subject)}>
                {subjectOf(subject)}
                {subject.count > 1 && ` × ${subject.count}`}
              </span>
            ))}
          </p>
          <p className="m-0 font-serif">
            {line.author === null ? (
              <span className="text-soft">Deleted by its author.</span>
            ) : (
              snippet(line.excerpt, EXCERPT_LENGTH)
            )}
          </p>
          <p className="facts m-0">
            {line.author !== null && <span>{line.author}</span>}
            <span>{line.board}</span>
            <span>
              waiting since <Age date={line.openedAt} now={now} />
            </span>
          </p>
        </li>
      ))}
    </ol>
  );
}
