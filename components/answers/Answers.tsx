import { FoldIfBlocked } from "@/components/blocks/FoldIfBlocked";
import { Age } from "@/components/ui/Age";
import type { AnswerView } from "@/lib/answers/points";
import { STATUS_WORDS } from "@/lib/quotes/status";
import { routes } from "@/lib/routes";

/**
 * The answers to a passage, oldest first. Drawn by the pages of points and, in place, in a thread.
 *
 * @param inThread the page is that of the thread, in a browser
 */
export function Answers({
  answers,
  now,
  inThread = false,
}: {
  answers: readonly AnswerView[];
  now: Date;
  inThread?: boolean;
}) {
  return (
    <ol className="answers">
      {answers.map((answer, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one post may answer a passage twice
        <li key={`${answer.postId}-${index}`} className="answer">
          <AnswerText answer={answer} now={now} inThread={inThread} />
        </li>
      ))}
    </ol>
  );
}

/** What a post says under a quote, with who says it and the way to the post. */
export function AnswerText({
  answer,
  now,
  inThread = false,
}: {
  answer: AnswerView;
  now: Date;
  inThread?: boolean;
}) {
  const { postId, author, hue } = answer;
  // On another page of a long thread there is no such place.
  const here = inThread && document.getElementById(`post-${postId}`) !== null;
  const href = here ? `#post-${postId}` : routes.post(postId);
  return (
    <>
      <p className="answer-head">
        <a href={routes.person(author)} className={`author hue-${hue ?? 0}`}>
          {author}
        </a>
        <a href={href} className="quiet" aria-label={`Post ${postId} in the thread`}>
          <Age date={new Date(answer.createdAt)} now={now} />
        </a>
        <span className="answer-score">
          {answer.score} <span className="sr-only">score</span>
        </span>
        {answer.status !== "verbatim" && (
          <span className="quote-status" title={STATUS_WORDS[answer.status].explanation}>
            {STATUS_WORDS[answer.status].label}
          </span>
        )}
        {answer.hidden !== null && (
          <span className="quote-status" title={answer.hidden}>
            hidden by a moderator
          </span>
        )}
      </p>
      {answer.words !== null && (
        <p className="answer-words">
          to <q>{answer.words}</q>
        </p>
      )}
      <FoldIfBlocked blocked={answer.blocked === true} what="An answer by">
        <div className="prose" dangerouslySetInnerHTML={{ __html: answer.html }} />
      </FoldIfBlocked>
      {answer.cut && (
        <p className="answer-more">
          <a href={href}>Read on in the post</a>
        </p>
      )}
    </>
  );
}
