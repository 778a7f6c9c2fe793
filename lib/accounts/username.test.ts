import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RESERVED_USERNAMES } from "@/lib/accounts/reserved";
import {
  collidingUsernameKey,
  normalUsername,
  usernameKey,
  usernameProblem,
} from "@/lib/accounts/username";

const ORDINARY = [
  "ada",
  "Ada",
  "müller",
  "Łukasz",
  "田中",
  "мария",
  "Мария",
  "Вова",
  "Σοφία",
  "محمد",
  "דוד",
  "あい子",
  "アイ",
  "김철수",
  "नेहा",
  "สมชาย",
  "Nguyễn",
  "dang",
  "pg",
  "tptacek",
  "a_b-c",
  "x86",
  "Straße",
  "Søren",
  "Þór",
  "佐々木",
  "ターナー",
  "li田",
  "42",
]; // prettier-ignore

describe("names that people have", () => {
  test.each(ORDINARY)("%s may be chosen", (name) => {
    expect(usernameProblem(normalUsername(name))).toBeNull();
  });

  test("a name typed decomposed is the composed one", () => {
    expect(normalUsername(" mu\u0308ller ")).toBe("müller");
  });
});

describe("names that are refused, each with a sentence", () => {
  test.each([
    ["empty", ""],
    ["one letter", "a"],
    ["too long", "a".repeat(31)],
    ["a space inside", "ada lovelace"],
    ["a right-to-left override", "ada\u202Egnp"],
    ["a zero-width space", "ad\u200Ba"],
    ["a Hangul filler", "\u3164\u3164"],
    ["a NUL byte", "ad\0a"],
    ["a line break", "ad\na"],
    ["a lone surrogate", "ad\ud800a"],
    ["an at sign", "@ada"],
    ["an edge of -", "-ada"],
    ["an edge of _", "ada_"],
    ["an emoji", "ada😀"],
    ["styled letters", "𝐚𝐝𝐚"],
    ["full-width letters", "ａｄａ"],
    ["a ligature", "ﬁona"],
    ["Cyrillic among Latin", "аda"],
    ["Greek among Latin", "ρaul"],
    ["a dead script", "𓀀𓀁"],
    ["a heap of accents", "a\u0300\u0301\u0302\u0303\u0304\u0305"],
    ["a mark at the start", "\u0301ada"],
    ["capitals that look Latin", "ΝΙΚΗ"],
    ["a reserved name", "Admin"],
    ["a reserved name in disguise", "r00t"],
    ["a reserved name in another script", "ме"],
  ])("%s", (_, name) => {
    expect(usernameProblem(normalUsername(name))).toMatch(/^[A-Z].*[.]$/);
  });

  test.each(RESERVED_USERNAMES)("%s is kept", (name) => {
    expect(usernameProblem(name)).not.toBeNull();
    expect(usernameProblem(name.toUpperCase())).not.toBeNull();
  });
});

describe("the key: what looks alike is one name", () => {
  test.each([
    ["ada", "Ada"],
    ["ada", "аda"],
    ["ada", "аdа"],
    ["paypal", "раураl"],
    ["modem", "modern"],
    ["bob", "b0b"],
    ["will", "wi11"],
    ["Ill", "lll"],
    ["вова", "Вова"],
    ["вова", "boba"],
    ["ТОМ", "TOM"],
    ["Straße", "STRASSE"],
    ["Νίκος", "ΝΊΚΟΣ"],
    ["ada", "ａｄａ"],
    ["ada", "ad\u200Ba"],
    ["İlker", "ilker"],
    ["ʜeʜa", "нена"],
  ])("%s and %s", (one, other) => {
    expect(usernameKey(one)).toBe(usernameKey(other));
  });

  test.each([
    ["müller", "muller"],
    ["лена", "нена"],
    ["дима", "anma"],
    ["иван", "nbah"],
    ["ray", "yay"],
    ["田中", "o中"],
    ["a-b", "ab"],
    ["Łukasz", "Lukasz"],
  ])("%s and %s stay two", (one, other) => {
    expect(usernameKey(one)).not.toBe(usernameKey(other));
  });

  test("any name has one key in capitals, in small letters and decomposed", () => {
    const letter = fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 });
    const names = fc
      .array(
        letter.filter((text) => /^[\p{L}\p{M}\p{Nd}]+$/u.test(text)),
        { minLength: 2 },
      )
      .map((letters) => normalUsername(letters.join("")))
      .filter((name) => name === name.normalize("NFKC"));
    fc.assert(
      fc.property(names, (name) => {
        const key = usernameKey(name);
        expect(usernameKey(name.toUpperCase())).toBe(key);
        expect(usernameKey(name.toLowerCase())).toBe(key);
        expect(usernameKey(name.normalize("NFD"))).toBe(key);
      }),
      { numRuns: 3000 },
    );
  });

  test("any text at all gets an answer, and what may be chosen has nothing invisible in it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (typed) => {
        const name = normalUsername(typed);
        expect(usernameKey(name)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
        if (usernameProblem(name) !== null) return;
        expect(name).toMatch(/^[\p{L}\p{M}\p{Nd}_-]{2,90}$/u);
        expect(name).toBe(name.normalize("NFC"));
        expect(name).not.toMatch(/\p{Default_Ignorable_Code_Point}/u);
        expect(usernameKey(name)).not.toBe("");
      }),
      { numRuns: 5000, examples: [["🅭"]] },
    );
  });

  test("imported names that look alike are kept apart by a key that nobody can choose", () => {
    expect(collidingUsernameKey("all")).not.toBe(usernameKey("ali"));
    expect(usernameProblem("lll#all")).not.toBeNull();
  });
});
