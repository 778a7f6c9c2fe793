import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { checkLine, checkMarkdown, MAX_QUOTES, MAX_REPLY_LENGTH } from "./check";
import { renderPost } from "./render";

// Many random texts take their time where several things run at once.
vi.setConfig({ testTimeout: 30_000 });

const check = (text: string, max = MAX_REPLY_LENGTH) => checkMarkdown(text, { max });
const message = (checked: ReturnType<typeof check>) => (checked.ok ? null : checked.message);

describe("a post that is stored can be read", () => {
  it("and has LF line ends only", () => {
    expect(check("a\r\nb\rc\n\td")).toEqual({ ok: true, text: "a\nb\nc\n\td" });
  });

  it.each(["", " \n\t", "\u200b\u200d", "\ufeff", "\u2800", "\u00ad", "\u3164"])(
    "refuses %j, in which nothing can be seen",
    (text) =>
      expect(message(check(text))).toBe("There is nothing in the text yet. Write something."),
  );

  it("counts code points, and names the limit and the length", () => {
    expect(check("😀".repeat(10), 10).ok).toBe(true);
    expect(message(check("😀".repeat(1_234), 1_000))).toBe(
      "The text is too long: 1,234 characters, and at most 1,000 are possible.",
    );
  });

  it("refuses control characters and halves of characters", () => {
    expect(message(check("a\u0000b"))).toContain("control characters");
    expect(message(check("a\u001b[31m"))).toContain("control characters");
    expect(message(check("a\ud83d"))).toContain("broken character");
    expect(check("שלום \u200f\u{1f468}\u200d\u{1f469}").ok).toBe(true);
  });

  it("refuses quotes nested too deep, and too many", () => {
    expect(check(`${"> ".repeat(8)}a`).ok).toBe(true);
    expect(message(check(`${"> ".repeat(9)}a`))).toContain("more than 8 levels");
    expect(check("> a\nb\n".repeat(MAX_QUOTES)).ok).toBe(true);
    expect(message(check("> a\nb\n".repeat(MAX_QUOTES + 1)))).toContain("quotes");
  });

  it("refuses what could not be rendered in reasonable time, in quotes too", () => {
    expect(message(check("*a ".repeat(5_000)))).toContain("too intricate");
    expect(message(check(`> ${"- ".repeat(50)}a`))).toContain("too intricate");
    expect(check("plain words ".repeat(3_000)).ok).toBe(true);
  });

  it("refuses what references would make megabytes of, over all its runs and quotes", () => {
    const long = `[a]: http://x.test/${"y".repeat(20_000)}\n\n`;
    expect(message(check(long + "[a] ".repeat(100)))).toContain("too intricate");
    expect(message(check(long + "> [a]\n\n[a]\n\n".repeat(50)))).toContain("too intricate");
    expect(check(long + "[a] ".repeat(40)).ok).toBe(true);
  });

  it("lets an essay pass that defines every one of its links at its end", () => {
    const numbers = Array.from({ length: 300 }, (_, index) => index);
    const words = numbers.map((number) => `A claim [with a source][${number}].\n\n`).join("");
    const links = numbers.map((number) => `[${number}]: https://x.test/${number} "A page"\n`);
    expect(check(words + links.join("")).ok).toBe(true);
  });

  it("answers any string, and renders what it lets pass", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const checked = check(text);
        if (checked.ok) expect(renderPost(checked.text).markdownParts.length).toBeGreaterThan(0);
        else expect(checked.message).toMatch(/^[A-Z].*\.$/);
      }),
    );
  });
});

describe("a line such as a title", () => {
  const line = (text: string) => checkLine(text, { max: 20, what: "The title" });

  it("is trimmed, its white space made single", () => {
    expect(line("  a\t b\n c ")).toEqual({ ok: true, text: "a b c" });
  });

  it.each([
    ["", "The title is empty."],
    ["\u200b ", "The title is empty."],
    ["x".repeat(21), "The title is too long: 21 characters, and at most 20 are possible."],
  ])("%j is refused: %s", (text, expected) => expect(message(line(text))).toBe(expected));

  it("holds no control character and nothing that turns the direction of what follows", () => {
    expect(message(line("a\u0007b"))).toContain("control characters");
    for (const mark of ["\u202e", "\u2066", "\u2069", "\u202a"]) {
      expect(message(line(`a${mark}b`))).toContain("direction");
    }
    expect(line("שלום עולם").ok).toBe(true);
  });
});
