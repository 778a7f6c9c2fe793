import { count } from "@/components/ui/count";
import type { PointsView } from "@/lib/answers/points";

/** More sentences than these are folded. */
const OPEN_SENTENCES = 8;

/** What nobody has answered: sentences of which no word was quoted. */
export function Unanswered({ points: { unanswered, unansweredCount } }: { points: PointsView }) {
  if (unanswered.length === 0) return null;
  const left = unansweredCount - unanswered.length;
  return (
    <section aria-labelledby="unanswered" className="points-apart">
      <h2 id="unanswered">Nobody has answered</h2>
      <details open={unansweredCount <= OPEN_SENTENCES}>
        <summary>{count(unansweredCount, "sentence")}</summary>
        <ul className="unanswered prose">
          {unanswered.map((sentence, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a post may say the same twice
            <li key={index}>{sentence}</li>
          ))}
        </ul>
        {left > 0 && <p className="text-soft">and {left.toLocaleString("en")} more</p>}
      </details>
    </section>
  );
}
