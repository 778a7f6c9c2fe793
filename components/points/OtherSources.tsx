import { count } from "@/components/ui/count";
import type { PointsView } from "@/lib/answers/points";
import { routes } from "@/lib/routes";

/** Other posts of the thread that were answered passage by passage. */
export function OtherSources({ points: { others, thread } }: { points: PointsView }) {
  if (others.length === 0) return null;
  return (
    <nav aria-labelledby="other-posts" className="points-apart">
      <h2 id="other-posts">Other posts of this thread, point by point</h2>
      <ul className="other-sources">
        {others.map(({ postId, opening, author, hue, excerpt, answers }) => (
          <li key={postId}>
            <a href={opening ? routes.threadPoints(thread.id) : routes.postPoints(postId)}>
              <span className={`author hue-${hue ?? 0}`}>{author}</span>{" "}
              <span className="other-excerpt">{excerpt}</span>
            </a>
            <span className="other-count">{count(answers, "answer")}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}
