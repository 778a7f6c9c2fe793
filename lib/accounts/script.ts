/**
 * The scripts of today's everyday writing (UAX #31, Table 5, "Recommended Scripts"). The names of
 * the Unicode property, as regular expressions know them.
 */
const RECOMMENDED = [
  "Arabic",
  "Armenian",
  "Bengali",
  "Bopomofo",
  "Cyrillic",
  "Devanagari",
  "Ethiopic",
  "Georgian",
  "Greek",
  "Gujarati",
  "Gurmukhi",
  "Han",
  "Hangul",
  "Hebrew",
  "Hiragana",
  "Kannada",
  "Katakana",
  "Khmer",
  "Lao",
  "Latin",
  "Malayalam",
  "Myanmar",
  "Oriya",
  "Sinhala",
  "Tamil",
  "Telugu",
  "Thaana",
  "Thai",
  "Tibetan",
] as const;

/** Scripts that are written together (UTS #39 §5.2, "Highly Restrictive"): Japanese, Chinese, Korean. */
const TOGETHER: readonly (readonly string[])[] = [
  ["Latin", "Han", "Hiragana", "Katakana"],
  ["Latin", "Han", "Bopomofo"],
  ["Latin", "Han", "Hangul"],
];

const ALONE = RECOMMENDED.map((script) => [script]);

// Characters of several scripts, such as 々 or the digits, count for each of theirs (scx).
const PATTERNS = [...ALONE, ...TOGETHER].map(
  (scripts) =>
    new RegExp(
      `^[${["Common", "Inherited", ...scripts].map((script) => `\\p{scx=${script}}`).join("")}]+$`,
      "u",
    ),
);

/** Whether a name is written in one script of today, or in scripts that belong together. */
export function isOneScript(name: string): boolean {
  return PATTERNS.some((pattern) => pattern.test(name));
}
