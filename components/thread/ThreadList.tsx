import { Age } from "@/components/ui/Age";
import { count } from "@/components/ui/count";
import { VoteButtons } from "@/components/vote/VoteButtons";
import { routes } from "@/lib/routes";
import { siteOf } from "@/lib/threads/address";
import type { ThreadLine } from "@/lib/threads/view";

/** A page of threads: one line of facts each. It is drawn for a slot, so it has no state. */
export function ThreadList({
  lines,
  now,
  signedIn,
  showBoard = true,
}: {
  lines: ThreadLine[];
  now: Date;
  signedIn: boolean;
  showBoard?: boolean;
}) {
  return (
    <ol className="thread-list">
      {lines.map((line) => (
        <li key={line.id} id={`post-${line.postId}`} className="thread-line">
          <VoteButtons
            postId={line.postId}
            score={line.score}
            ownVote={line.ownVote}
            enabled={line.mayVote || !signedIn}
          />
          <div className="thread-line-text">
            <p className="thread-line-title">
              <a href={line.url ?? routes.thread(line.id)}>{line.title}</a>
              {line.url && <span className="thread-site">{siteOf(line.url)}</span>}
              {line.pinned && <span className="badge">pinned</span>}
              {line.hidden && <span className="badge badge-danger">hidden</span>}
              {line.locked && <span className="badge">locked</span>}
            </p>
            <p className="facts">
              {showBoard && <a href={routes.board(line.board.slug)}>{line.board.name}</a>}
              {line.author === null ? (
                <span>deleted</span>
              ) : (
                <a href={routes.person(line.author)}>{line.author}</a>
              )}
              <Age date={line.createdAt} now={now} />
              <a href={routes.thread(line.id)} className="facts-replies">
                {count(line.replyCount, "reply", "replies")}
              </a>
              {line.quoteCount > 0 && <span>{count(line.quoteCount, "quote")}</span>}
              {line.kind === "article" && <span>article</span>}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
