import type { Element } from "hast";
import type { AnsweredPassage } from "@/lib/answers/passages";
import { routes } from "@/lib/routes";
import type { PassageMark } from "@/lib/text/passage";
import type { Range } from "@/lib/text/range";

/**
 * How the answered passages of a post are marked in its text: a quiet line under the words, and
 * behind them a link to the answers. The link holds no text, so that neither selecting nor copying
 * takes its number along; style sheets show it.
 */
export function answerMarks(
  postId: number,
  passages: readonly AnsweredPassage<unknown>[],
): PassageMark[] {
  return passages.flatMap(({ start, end, ranges, answers }) =>
    ranges.map((range): PassageMark => {
      const mark = { ...range, tagName: "span" as const, className: "answered-words" };
      if (range.end !== end) return mark;
      return { ...mark, trailer: answersLink(postId, { start, end }, answers.length) };
    }),
  );
}

function answersLink(postId: number, { start, end }: Range, answers: number): Element {
  return {
    type: "element",
    tagName: "a",
    properties: {
      href: routes.answers(postId, start, end),
      className: ["answers-mark"],
      ariaLabel: `${answers} ${answers === 1 ? "answer" : "answers"} to this passage`,
      dataAnswers: `${start}-${end}`,
      dataCount: answers,
    },
    children: [],
  };
}
