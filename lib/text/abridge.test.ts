import fc from "fast-check";
import { expect, it } from "vitest";
import { abridged } from "./abridge";
import { wordDifference } from "./difference";

it("skipping unchanged text loses no character and no change", () => {
  fc.assert(
    fc.property(fc.lorem({ maxCount: 300 }), fc.nat(), (text, at) => {
      const changed = `${text.slice(0, at % text.length)} mended ${text.slice(at % text.length)}`;
      const whole = wordDifference(text, changed);
      const short = abridged(whole);
      const joined = (parts: readonly { text: string }[]) => parts.map((p) => p.text).join("");
      expect(joined(short)).toBe(joined(whole));
      const changes = (parts: readonly { kind: string; text: string }[]) =>
        parts.filter(({ kind }) => kind === "added" || kind === "removed");
      expect(changes(short)).toEqual(changes(whole));
    }),
  );
});

it("a long unchanged stretch is skipped, a text without changes is shown whole", () => {
  const long = "word ".repeat(500);
  expect(abridged(wordDifference(long, `${long}end`)).map(({ kind }) => kind)).toContain("skipped");
  expect(abridged(wordDifference(long, long)).map(({ kind }) => kind)).toEqual(["same"]);
});
