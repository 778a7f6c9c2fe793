import { Age } from "@/components/ui/Age";
import { count } from "@/components/ui/count";
import { VoteButtons } from "@/components/vote/VoteButtons";
import { COUNTED_UNREAD } from "@/lib/live/reading";
import { routes } from "@/lib/routes";
import { siteOf } from "@/lib/threads/address";
import type { ThreadLine } from "@/lib/threads/view";

/** A page of threads: one line of facts each. It has no state: lists of threads draw it for a slot. */
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
              {line.unread > 0 && (
                <a href={routes.thread(line.id)} className="fresh">
                  {line.unread > COUNTED_UNREAD ? `${COUNTED_UNREAD}+` : line.unread} new
                </a>
              )}
              {line.quoteCount > 0 && <span>{count(line.quoteCount, "quote")}</span>}
              {line.kind === "article" && <span>article</span>}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
