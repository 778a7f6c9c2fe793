import { AnswerText } from "@/components/answers/Answers";
import { PostBody } from "@/components/post/PostBody";
import type { PointsView, StrayAnswer } from "@/lib/answers/points";
import type { Hues } from "@/lib/threads/hues";

/** Answers that stand beside no passage, since their words are gone or stand at several places. */
export function Strays({ points, now }: { points: PointsView; now: Date }) {
  const { edited, ambiguous, hues } = points;
  return (
    <>
      <StrayList
        id="edited"
        title="Answers to words that were edited since"
        strays={edited}
        hues={hues}
        now={now}
      />
      <StrayList
        id="ambiguous"
        title="Answers to words that stand here more than once"
        strays={ambiguous}
        hues={hues}
        now={now}
      />
    </>
  );
}

function StrayList({
  id,
  title,
  strays,
  hues,
  now,
}: {
  id: string;
  title: string;
  strays: readonly StrayAnswer[];
  hues: Hues;
  now: Date;
}) {
  if (strays.length === 0) return null;
  return (
    <section aria-labelledby={id} className="points-apart">
      <h2 id={id}>{title}</h2>
      <ol className="points">
        {strays.map(({ quote, answer }) => (
          <li key={quote.id} className="point">
            <div className="point-passage">
              <div className="prose">
                <PostBody body={[{ kind: "quote", quote }]} hues={hues} />
              </div>
            </div>
            <div className="point-answers answer">
              <AnswerText answer={answer} now={now} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
