import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rememberingMarks } from "./marked";
import { markPassages } from "./passage";

describe("remembered marks", () => {
  it("are what marking gives, in whatever order they are asked for and however few are kept", () => {
    const asked = fc.record({
      html: fc.constantFrom("<p>One two.</p>", "<p>Three <em>four</em>.</p>", "<p>Five</p>"),
      start: fc.nat(4),
      className: fc.constantFrom("x", "y"),
    });
    fc.assert(
      fc.property(fc.array(asked), fc.nat(600), (questions, limit) => {
        const marked = rememberingMarks(limit);
        for (const { html, ...mark } of questions) {
          const marks = mark.start === 4 ? [] : [{ ...mark, end: 3 }];
          expect(marked([html], marks)).toEqual(markPassages([html], marks));
        }
      }),
    );
  });

  it("are made once", () => {
    const marked = rememberingMarks(1_000);
    const marks = [{ start: 0, end: 3 }];
    expect(marked(["<p>One</p>"], marks)).toBe(marked(["<p>One</p>"], marks));
  });
});
