import { Age } from "@/components/ui/Age";
import type { OwnVote } from "@/lib/history/votes.queries";
import { routes } from "@/lib/routes";
import { snippet } from "@/lib/text/snippet";

const EXCERPT_LENGTH = 200;

/** Votes of one person, for themselves. */
export function VoteLines({ lines, now }: { lines: readonly OwnVote[]; now: Date }) {
  return (
    <ol className="post-lines">
      {lines.map((line) => (
        <li key={line.postId}>
          <p className="facts">
            <b className="text-ink">{line.value > 0 ? "▲ up" : "▼ down"}</b>
            <a href={routes.post(line.postId)}>
              <bdi>{line.author}</bdi> in {line.title}
            </a>
            <span>
              voted <Age date={line.votedAt} now={now} />
            </span>
          </p>
          <p className="m-0 font-serif">{snippet(line.excerpt, EXCERPT_LENGTH)}</p>
        </li>
      ))}
    </ol>
  );
}
