import { Answers } from "@/components/answers/Answers";
import { count } from "@/components/ui/count";
import type { PointsView, PointView } from "@/lib/answers/points";
import { routes } from "@/lib/routes";

/** An answered passage, with the answers beside it, or on a phone under it. */
export function Point({
  point,
  post,
  only,
  now,
}: {
  point: PointView;
  post: PointsView["post"];
  only: boolean;
  now: Date;
}) {
  const { start, end, alias, total } = point;
  return (
    <li id={`a-${start}-${end}`} className={`point hue-${post.author?.hue ?? 0}`}>
      {alias && <span id={`a-${alias.start}-${alias.end}`} className="point-alias" />}
      <div className="point-passage">
        <p className="point-count">
          <a href={routes.answers(post.id, start, end)}>{count(total, "answer")}</a>
        </p>
        <blockquote
          className="prose point-words"
          dangerouslySetInnerHTML={{ __html: point.html }}
        />
      </div>
      <div className="point-answers">
        <Answers answers={point.answers} now={now} />
        {total > point.answers.length && !only && (
          <p className="answer-more">
            <a href={routes.allAnswers(post.id, start, end)}>All {count(total, "answer")}</a>
          </p>
        )}
      </div>
    </li>
  );
}
