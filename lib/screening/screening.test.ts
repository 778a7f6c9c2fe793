import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ScreeningSettings, screen } from "@/lib/screening/screening";
import { renderPost } from "@/lib/text/render";

const NOTHING: ScreeningSettings = {
  holdFirst: 0,
  heldWords: [],
  refusedWords: [],
  heldDomains: [],
  refusedDomains: [],
};

const screened = (markdown: string, settings: Partial<ScreeningSettings>, visiblePosts = 9) =>
  screen(renderPost(markdown), visiblePosts, { ...NOTHING, ...settings });

describe("words", () => {
  test.each([
    ["Cheap viagra here.", "viagra"],
    ["Cheap VIAGRA!", "viagra"],
    ["Cheap vïágrà.", "Viagra"],
    ["Cheap ｖｉａｇｒａ.", "viagra"],
    ["Cheap via\u200bgra\u00ad.", "viagra"],
    ["Cheap **via**gra.", "viagra"],
    ["`viagra` in code", "viagra"],
    ["Weiße Ware", "WEISSE"],
    ["Please buy\nnow, friends", "buy now"],
    ["I don’t know", "don't"],
    ["在线博彩网站", "博彩"],
    ["v͎i͎a͎g͎r͎a͎", "viagra"],
  ])("%j is stopped by %j", (text, word) => {
    expect(screened(text, { heldWords: [word] })).toEqual({ verdict: "hold", why: "words" });
    expect(screened(text, { refusedWords: [word] })).toEqual({ verdict: "refuse", why: "words" });
  });

  test.each([
    ["An assassin in Scunthorpe.", "ass"],
    ["Viagrando", "viagra"],
    ["buy it now", "buy now"],
    ["Nothing to see.", "..."],
    ["Nothing to see.", ""],
    ["a.b", ".*"],
    ["xy", "(x+"],
    ["カ", "ガ"],
  ])("%j is not stopped by %j", (text, word) => {
    expect(screened(text, { heldWords: [word], refusedWords: [word] })).toBe("pass");
  });

  test("that others wrote do not count against who quotes them", () => {
    const text = "> Cheap viagra at https://spam.example\n\nPlease stop that.";
    const settings = { refusedWords: ["viagra"], refusedDomains: ["spam.example"] };
    expect(screened(text, settings)).toBe("pass");
    expect(screened(`${text} viagra`, settings)).toEqual({ verdict: "refuse", why: "words" });
  });

  test("of a title count too", () => {
    const post = { ...renderPost("Nothing."), title: "Viagra" };
    const settings = { ...NOTHING, heldWords: ["viagra"] };
    expect(screen(post, 9, settings)).toEqual({ verdict: "hold", why: "words" });
  });
});

describe("domains", () => {
  test.each([
    "See https://spam.example.",
    "See https://SPAM.example:8080/page?x#y",
    "See https://www.shop.spam.example/page",
    "See [this](https://user@spam.example./page)",
    "See [this](http://ｓｐａｍ.example)",
    "See [this][1].\n\n[1]: https://spam.example",
    "See www.spam.example",
    "See spam.example, friends",
    "See spam。example",
    "Write to me@spam.example",
    "Write [to me](mailto:me@spam.example?subject=x)",
  ])("%j is stopped", (text) => {
    const held = screened(text, { heldDomains: ["spam.example"] });
    expect(held).toEqual({ verdict: "hold", why: "domains" });
    const refused = screened(text, { refusedDomains: ["Spam.Example"] });
    expect(refused).toEqual({ verdict: "refuse", why: "domains" });
  });

  test.each([
    "See https://notspam.example",
    "See https://spam.example.org",
    "See https://example",
    "See [more](/spam.example) and [this](#spam.example)",
  ])("%j is not", (text) => {
    expect(screened(text, { heldDomains: ["spam.example"] })).toBe("pass");
  });

  test("of other scripts are one domain, however they are written", () => {
    for (const written of ["bücher.example", "xn--bcher-kva.example", "BÜCHER.example"]) {
      for (const listed of ["bücher.example", "xn--bcher-kva.example"]) {
        const found = screened(`At https://${written}/`, { heldDomains: [listed] });
        expect(found).toEqual({ verdict: "hold", why: "domains" });
      }
    }
  });

  test("of a thread's own link count too", () => {
    const post = { htmlParts: [""], title: "A page", url: "https://shop.spam.example/1" };
    const settings = { ...NOTHING, refusedDomains: ["spam.example"] };
    expect(screen(post, 9, settings)).toEqual({ verdict: "refuse", why: "domains" });
  });
});

test("the first posts of a person are held, and those after them not", () => {
  const verdicts = [0, 1, 2, 3].map((visible) => screened("Hello.", { holdFirst: 2 }, visible));
  const held = { verdict: "hold", why: "first posts" };
  expect(verdicts).toEqual([held, held, "pass", "pass"]);
});

test("what would be held and refused is refused", () => {
  const settings = { holdFirst: 5, heldWords: ["one"], refusedDomains: ["two.example"] };
  expect(screened("One two.example", settings, 0)).toEqual({ verdict: "refuse", why: "domains" });
});

test("a board that asks nothing stops nothing, and no text or list makes it fail", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 200 });
  const lists = fc.record({
    holdFirst: fc.constant(0),
    heldWords: fc.array(text, { maxLength: 4 }),
    refusedWords: fc.constant([]),
    heldDomains: fc.array(text, { maxLength: 4 }),
    refusedDomains: fc.constant([]),
  });
  fc.assert(
    fc.property(text, lists, (markdown, settings) => {
      expect(screened(markdown, {})).toBe("pass");
      const found = screened(markdown, settings);
      if (found !== "pass") expect(found.verdict).toBe("hold");
    }),
  );
});

test("every word of a text stops it when listed, alone or with its neighbours", () => {
  const word = fc.stringMatching(/^[a-zäöüßéñ]{1,8}$/);
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 12 }),
      fc.nat(),
      fc.nat(),
      (words, a, b) => {
        const from = a % words.length;
        const to = from + 1 + (b % (words.length - from));
        const listed = words.slice(from, to).join("  ").toUpperCase();
        const found = screen({ htmlParts: [`<p>${words.join(" ")}</p>`] }, 9, {
          ...NOTHING,
          heldWords: [listed],
        });
        expect(found).toEqual({ verdict: "hold", why: "words" });
      },
    ),
  );
});

test("the longest texts of the worst kinds are read in one go", () => {
  const phrases = Array.from({ length: 500 }, (_, index) => `${"a ".repeat(40)}b${index}`);
  const settings = { ...NOTHING, heldWords: phrases, heldDomains: ["spam.example"] };
  for (const piece of ["a ", "a", "a.", ".", "-", "1.1.", "<p>", "\u0301", "ﷺ", "@a.b"]) {
    const text = piece.repeat(200_000 / piece.length);
    expect(screen({ htmlParts: [text] }, 9, settings)).toBe("pass");
  }
});
