import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LONGEST_SEARCH, MOST_PIECES, parseSearch } from "@/lib/search/parse";
import { emptyQuery, type SearchQuery } from "@/lib/search/query";

const NOW = new Date("2026-11-24T10:30:00Z");

function understood(text: string): Partial<SearchQuery> {
  const parsed = parseSearch(text, NOW);
  if (!parsed.ok) throw new Error(parsed.empty ? "empty" : parsed.message);
  const none = emptyQuery() as unknown as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(parsed.query).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(none[name]),
    ),
  );
}

function problem(text: string): string {
  const parsed = parseSearch(text, NOW);
  if (parsed.ok || parsed.empty) throw new Error(`no problem: ${JSON.stringify(parsed)}`);
  return parsed.message;
}

const own = (words: Partial<SearchQuery["own"]>) => ({
  own: { words: [], phrases: [], prefixes: [], without: [], ...words },
});

describe("what is typed", () => {
  test.each<[string, Partial<SearchQuery>]>([
    ["two words", own({ words: ["two", "words"] })],
    [
      '"as it stands" -not -"this phrase"',
      own({ phrases: ["as it stands"], without: ["not", "this phrase"] }),
    ],
    ["“as it stands”", own({ phrases: ["as it stands"] })],
    ["word*", own({ prefixes: ["word"] })],
    ["https://example.org/a?b=c", own({ words: ["https://example.org/a?b=c"] })],
    ["note: this", own({ words: ["note:", "this"] })],
    ["board:logic author:@ada", { boards: ["logic"], authors: ["ada"] }],
    ["AUTHOR:ada", { authors: ["ada"] }],
    ["kind:link kind:reply", { kinds: ["link", "reply"] }],
    [
      "quotes:@ada status:altered is:unanswered",
      { quotes: ["ada"], statuses: ["altered"], unanswered: true },
    ],
    ["in:title words", { inTitle: true, ...own({ words: ["words"] }) }],
    ['q:word q:"two words"', { quoted: own({ words: ["word"], phrases: ["two words"] }).own }],
    [
      "after:2026 before:2026-11",
      { after: new Date("2026-01-01"), before: new Date("2026-11-01") },
    ],
    ["after:7d", { after: new Date("2026-11-17T10:30:00Z") }],
    ["after:yesterday", { after: new Date("2026-11-23") }],
    ["before:1y", { before: new Date("2025-11-24T10:30:00Z") }],
    ["after:2025 after:2026", { after: new Date("2026-01-01") }],
    ["'; DROP TABLE posts; --", own({ words: ["DROP", "TABLE", "posts;"] })],
    ["a & b | !c <-> d", own({ words: ["a", "b", "!c", "d"] })],
  ])("%s", (text, query) => {
    expect(understood(text)).toEqual(query);
  });
});

describe("what can't be searched for says why", () => {
  test.each<[string, RegExp]>([
    ['an "open phrase', /quotation mark is open/],
    ['"', /quotation mark is open/],
    ["-word", /only what must not be there/],
    ["!!! ???", /no word in this search/],
    ["*", /at least 3 letters before a \*/],
    ["ab*", /at least 3 letters before a \*/],
    ["author:", /directly behind author:, as in author:ada/],
    ["-author:ada", /minus stands before a word/],
    ["kind:poem", /kind:link, kind:text/],
    ["status:hidden", /status: has no other/],
    ["in:body word", /Write in:title/],
    ["is:good", /Write is:unanswered/],
    ["in:title", /to stand in the title/],
    ["before:soon", /“soon” is no date for before:/],
    ["after:2026-02-30", /no date/],
    ["after:2026 before:2025", /exchange them/],
    ["x".repeat(LONGEST_SEARCH + 1), /at most 300 characters/],
    ["a ".repeat(MOST_PIECES + 1), /at most 32 words/],
    ["is:unanswered ".repeat(10_000), /at most 300 characters/],
  ])("%s", (text, message) => {
    expect(problem(text)).toMatch(message);
  });

  test("nothing typed is no mistake", () => {
    expect(parseSearch(" \n ", NOW)).toEqual({ ok: false, empty: true });
  });
});

const bits = fc.constantFrom(
  ...[
    '"',
    "-",
    ":",
    "*",
    " ",
    "\0",
    "q:",
    "author:",
    "before:",
    "after:2026",
    "in:title",
    "'",
    "\\",
  ],
  ...["%", "_", ";", "&", "|", "!", "(", ")", "<->", "«", "word", "é", "\ud800", "𝄞", "中文"],
);

test("whatever is typed is a search or a sentence, and the same each time", () => {
  const typed = fc.oneof(
    fc.string({ unit: "binary", maxLength: 400 }),
    fc.array(bits, { maxLength: 80 }).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(typed, (text) => {
      const parsed = parseSearch(text, NOW);
      expect(parseSearch(text, NOW)).toEqual(parsed);
      if (!parsed.ok && !parsed.empty) expect(parsed.message).toMatch(/^[A-Z“].+\.$/su);
      if (parsed.ok) expect(JSON.stringify(parsed.query)).not.toContain("\\u0000");
    }),
    { numRuns: 500 },
  );
});
