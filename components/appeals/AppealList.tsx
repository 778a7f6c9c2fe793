import { appealStage, groundWords } from "@/components/appeals/ground-words";
import { Age } from "@/components/ui/Age";
import type { AppealLine } from "@/lib/appeals/view";
import { routes } from "@/lib/routes";

/** Appeals, each a link to all that is known of it. */
export function AppealList({ lines, now }: { lines: readonly AppealLine[]; now: Date }) {
  return (
    <ol className="post-lines m-0 list-none p-0">
      {lines.map((line) => (
        <li key={line.id}>
          <p className="m-0">
            <a href={routes.appeal(line.id)} className="font-medium" data-queue-item>
              {groundWords(line.ground)}
              {line.ground.reason !== "" && `: ${line.ground.reason}`}
            </a>
          </p>
          <p className="facts m-0">
            {line.appellant === null ? (
              <span>{appealStage(line.upheld)}</span>
            ) : (
              <span>by {line.appellant}</span>
            )}
            <Age date={line.createdAt} now={now} />
          </p>
        </li>
      ))}
    </ol>
  );
}
