import {
  type Answer,
  type AnsweredPassage,
  answerKey,
  groupAnswers,
  type StoredAnswer,
} from "@/lib/answers/passages";
import type { AnswerView, PassageAnswers } from "@/lib/answers/points";
import { sliceCodePoints } from "@/lib/text/code-points";
import type { Range } from "@/lib/text/range";
import { LEFT_OUT } from "@/lib/text/slice";
import { snippet } from "@/lib/text/snippet";

/** The answers to a passage, as far as their texts are there and up to a limit. */
export function answersOf(
  passage: AnsweredPassage<StoredAnswer>,
  ownText: string,
  texts: ReadonlyMap<string, AnswerView>,
  limit: number,
): PassageAnswers {
  const { start, end, answers } = passage;
  const shown = answers.slice(0, limit).flatMap((answer) => {
    const view = texts.get(answerKey(answer));
    return view === undefined ? [] : [quoting(view, answer, passage, ownText)];
  });
  return { start, end, answers: shown, total: answers.length };
}

/** So many characters say which words of a passage are meant (code points). */
const WORDS_SHOWN = 140;

function quoting(
  view: AnswerView,
  { quotes }: Answer<StoredAnswer>,
  passage: AnsweredPassage<StoredAnswer>,
  ownText: string,
): AnswerView {
  const status = quotes.find((quote) => quote.status !== "verbatim")?.status ?? "verbatim";
  // The same words, within a passage and without: those of the source as the viewer reads it there.
  const quoted = groupAnswers(quotes.map((quote) => ({ ...quote, ranges: quote.ranges })));
  const ranges = quoted.flatMap((each) => each.ranges).sort((a, b) => a.start - b.start);
  if (sameRanges(ranges, passage.ranges)) return { ...view, status };
  const words = ranges.map(({ start, end }) => sliceCodePoints(ownText, start, end));
  return { ...view, status, words: snippet(words.join(LEFT_OUT), WORDS_SHOWN) };
}

function sameRanges(one: readonly Range[], other: readonly Range[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ start, end }, at) => other[at]?.start === start && other[at]?.end === end)
  );
}
