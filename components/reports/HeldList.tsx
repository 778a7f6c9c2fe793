import { Age } from "@/components/ui/Age";
import type { HeldLine } from "@/lib/reports/held.queries";
import { routes } from "@/lib/routes";
import { snippet } from "@/lib/text/snippet";

const EXCERPT_LENGTH = 200;

/** What is held, each a link to all of it and to the decision. */
export function HeldList({ lines, now }: { lines: readonly HeldLine[]; now: Date }) {
  return (
    <ol className="m-0 list-none p-0">
      {lines.map((line) => (
        <li key={line.postId} className="grid gap-1 border-b border-line py-4">
          <h2 className="m-0 text-base font-medium">
            <a href={routes.heldPost(line.postId)} data-queue-item>
              {line.opening ? line.title : `Reply in ${line.title}`}
            </a>
          </h2>
          <p className="m-0 text-sm font-medium">{line.reason}</p>
          <p className="m-0 font-serif">{snippet(line.excerpt, EXCERPT_LENGTH)}</p>
          <p className="facts m-0">
            <span>{line.author}</span>
            <span>{line.board}</span>
            <span>
              held since <Age date={line.since} now={now} />
            </span>
          </p>
        </li>
      ))}
    </ol>
  );
}
