import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Range } from "@/lib/text/range";
import type { Sentence } from "@/lib/text/sentences";
import { answerMarks } from "./marks";
import { type AnsweringQuote, groupAnswers, passageAt, unansweredSentences } from "./passages";

const quote = (id: number, ranges: Range[], more: Partial<AnsweringQuote> = {}) => ({
  ...{ id, postId: id, run: 1, at: new Date(id * 1000), ranges },
  ...more,
});
const range = (start: number, end: number) => ({ start, end });

const RANGES = fc
  .array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 15 })), { minLength: 1, maxLength: 3 })
  .map((pairs) => pairs.map(([start, length]) => range(start, start + length)));
const QUOTES = fc
  .array(fc.tuple(RANGES, fc.nat(5), fc.nat(2), fc.nat(4)), { maxLength: 14 })
  .map((made) =>
    made.map(([ranges, postId, run, at], id) =>
      quote(id, ranges, { postId, run, at: new Date(at) }),
    ),
  );

const charactersOf = (ranges: readonly Range[]) =>
  ranges.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at));

describe("passages that were answered", () => {
  it("hold each quote exactly once, and each quoted character in exactly one", () => {
    fc.assert(
      fc.property(QUOTES, (quotes) => {
        const passages = groupAnswers(quotes);
        const ids = passages.flatMap(({ answers }) => answers.flatMap((each) => each.quotes));
        expect(ids.map(({ id }) => id).sort((a, b) => a - b)).toEqual(quotes.map(({ id }) => id));
        const grouped = passages.flatMap(({ ranges }) => charactersOf(ranges));
        const quoted = new Set(quotes.flatMap(({ ranges }) => charactersOf(ranges)));
        expect(grouped.sort((a, b) => a - b)).toEqual([...quoted].sort((a, b) => a - b));
        expect(new Set(grouped).size).toBe(grouped.length);
      }),
    );
  });

  it("have exactly the characters of their quotes, in order", () => {
    fc.assert(
      fc.property(QUOTES, (quotes) => {
        for (const { start, end, ranges, answers } of groupAnswers(quotes)) {
          const quoted = answers.flatMap((each) => each.quotes).flatMap((each) => each.ranges);
          expect(charactersOf(ranges)).toEqual(
            [...new Set(charactersOf(quoted))].sort((a, b) => a - b),
          );
          expect([ranges[0]?.start, ranges.at(-1)?.end]).toEqual([start, end]);
        }
      }),
    );
  });

  it("do not depend on the order of the quotes", () => {
    const shuffled = QUOTES.chain((quotes) =>
      fc.tuple(
        fc.constant(quotes),
        fc.shuffledSubarray(quotes, { minLength: quotes.length, maxLength: quotes.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([quotes, others]) => {
        expect(groupAnswers(others)).toEqual(groupAnswers(quotes));
      }),
    );
  });

  it("are one where quotes overlap, also by a third, and two where they only touch", () => {
    const joined = groupAnswers([
      quote(1, [range(0, 10)]),
      quote(2, [range(20, 30)]),
      quote(3, [range(9, 21)]),
    ]);
    expect(joined.map(({ start, end }) => [start, end])).toEqual([[0, 30]]);
    expect(groupAnswers([quote(1, [range(0, 10)]), quote(2, [range(10, 20)])])).toHaveLength(2);
  });

  it("leave the words alone that a quote left out", () => {
    const [around, amid] = groupAnswers([
      quote(1, [range(0, 5), range(50, 60)]),
      quote(2, [range(20, 30)]),
    ]);
    expect(around?.ranges).toEqual([range(0, 5), range(50, 60)]);
    expect(amid?.ranges).toEqual([range(20, 30)]);
  });

  it("list the oldest answer first, and one under stacked quotes once", () => {
    const [passage] = groupAnswers([
      quote(3, [range(0, 9)], { postId: 8 }),
      quote(1, [range(0, 9)], { postId: 9 }),
      quote(4, [range(2, 5)], { postId: 8, at: new Date(3000) }),
      quote(5, [range(2, 5)], { postId: 8, run: 2, at: new Date(3000) }),
    ]);
    expect(passage?.answers.map(({ postId, run }) => [postId, run])).toEqual([
      [9, 1],
      [8, 1],
      [8, 2],
    ]);
  });

  it("are found by any of their characters", () => {
    const passages = groupAnswers([quote(1, [range(0, 10)]), quote(2, [range(20, 30)])]);
    expect(passageAt(passages, range(8, 25))?.start).toBe(20);
    expect(passageAt(passages, range(0, 1))?.start).toBe(0);
    expect(passageAt(passages, range(10, 20))).toBeNull();
  });
});

describe("sentences that nobody answered", () => {
  it("share no character with what was answered, and are all of those", () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 12 });
    fc.assert(
      fc.property(QUOTES, lengths, (quotes, made) => {
        let at = 0;
        const sentences = made.map((length): Sentence => {
          at += length + 1;
          return { start: at - length - 1, end: at - 1, text: "x" };
        });
        const passages = groupAnswers(quotes);
        const answered = new Set(quotes.flatMap(({ ranges }) => charactersOf(ranges)));
        expect(unansweredSentences(sentences, passages)).toEqual(
          sentences.filter((one) =>
            charactersOf([one]).every((character) => !answered.has(character)),
          ),
        );
      }),
    );
  });
});

describe("the marks of answered passages", () => {
  it("cover their characters, with one link behind the last", () => {
    const marks = answerMarks(7, groupAnswers([quote(1, [range(0, 5), range(9, 12)])]));
    expect(marks.map(({ start, end }) => [start, end])).toEqual([
      [0, 5],
      [9, 12],
    ]);
    expect(marks.map(({ trailer }) => trailer?.properties.ariaLabel)).toEqual([
      undefined,
      "1 answer to this passage",
    ]);
    expect(marks[1]?.trailer?.properties.href).toBe("/p/7/points?at=0-12#a-0-12");
  });
});
