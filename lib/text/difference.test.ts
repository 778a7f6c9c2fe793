import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { wordDifference } from "./difference";

// Many random texts take their time where several things run at once.
vi.setConfig({ testTimeout: 30_000 });

function sides(before: string, after: string): string[] {
  const parts = wordDifference(before, after);
  const without = (kind: string) =>
    parts
      .filter((part) => part.kind !== kind)
      .map((part) => part.text)
      .join("");
  return [without("added"), without("removed")];
}

describe("the difference of two texts", () => {
  it("names the words that changed", () => {
    expect(wordDifference("a big cat", "a small cat")).toEqual([
      { kind: "same", text: "a " },
      { kind: "removed", text: "big" },
      { kind: "added", text: "small" },
      { kind: "same", text: " cat" },
    ]);
  });

  it("of very long texts is by line, since reading them by word takes too long", () => {
    const line = `${"words ".repeat(1_000)}\n`;
    const changed = (lines: number) =>
      wordDifference(`${line.repeat(lines)}a big cat\n`, `${line.repeat(lines)}a small cat\n`)
        .filter(({ kind }) => kind !== "same")
        .map(({ text }) => text);
    expect(changed(16)).toEqual(["big", "small"]);
    expect(changed(17)).toEqual(["a big cat\n", "a small cat\n"]);
  });

  it("of texts that differ in thousands of words is no longer looked for by word", () => {
    const words = (mark: string) => `${mark} same `.repeat(1_000);
    expect(wordDifference(words("old"), words("new"))).toEqual([
      { kind: "removed", text: words("old") },
      { kind: "added", text: words("new") },
    ]);
  });

  it("gives both texts back, whatever they are", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(sides(before, after)).toEqual([before, after]);
      }),
    );
  });

  it("of two long texts that have nothing in common takes no longer than reading them", () => {
    const numbers = (offset: number) =>
      Array.from({ length: 17_000 }, (_, index) => `w${index * 2 + offset}`).join(" ");
    const start = performance.now();
    expect(sides(numbers(0), numbers(1))).toEqual([numbers(0), numbers(1)]);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
