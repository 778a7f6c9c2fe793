import fc from "fast-check";
import { expect, test } from "vitest";
import { checkWords, MAX_WORDS } from "@/lib/text/words";

test("what is accepted can be stored and stays the same when it is checked again", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const checked = checkWords(text, "The text");
      if (!checked.ok) {
        expect(checked.message).toMatch(/^The text .*\.$/);
        return;
      }
      expect(checked.text).not.toContain("\u0000");
      expect(checked.text.isWellFormed()).toBe(true);
      expect(checkWords(checked.text, "The text")).toEqual(checked);
    }),
  );
});

test("what shows nothing is nothing, and too much is refused with its length", () => {
  expect(checkWords(" \r\n\u200b ", "It")).toEqual({ ok: true, text: "" });
  expect(checkWords("𝕏".repeat(MAX_WORDS), "It").ok).toBe(true);
  expect(checkWords("𝕏".repeat(MAX_WORDS + 1), "It")).toEqual({
    ok: false,
    message: "It is too long: 4,001 characters, and at most 4,000 are possible.",
  });
});
