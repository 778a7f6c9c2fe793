import confusables from "unhomoglyph/data.json" with { type: "json" };
import { RESERVED_USERNAMES } from "@/lib/accounts/reserved";
import { isOneScript } from "@/lib/accounts/script";

/** In characters (Unicode code points): short enough to stand on every line of a thread. */
export const USERNAME_LENGTH = { least: 2, most: 30 } as const;

/** More marks than this on one letter reach into the lines above and below (UTS #39 §5.4). */
const MOST_MARKS = 3;

const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{C}\p{Zl}\p{Zp}]/u;
const ALLOWED = /^[\p{L}\p{M}\p{Nd}_-]+$/u;
const EDGES = /^[\p{L}\p{Nd}](?:.*[\p{L}\p{M}\p{Nd}])?$/u;
const TOO_MANY_MARKS = new RegExp(`\\p{M}{${MOST_MARKS + 1}}`, "u");

/** A typed name as it is kept: without space around it, and composed (NFC). */
export function normalUsername(typed: string): string {
  return typed.trim().normalize("NFC");
}

/**
 * What is wrong with a name somebody wants to sign up with.
 *
 * @param name as normalUsername returns it
 * @returns a sentence for the person, or null if the name is fine (it may still be taken)
 */
export function usernameProblem(name: string): string | null {
  const length = [...name].length;
  if (length === 0) return "Please choose a username.";
  if (INVISIBLE.test(name)) {
    return "The username contains invisible characters. Please type it again by hand.";
  }
  if (length < USERNAME_LENGTH.least || length > USERNAME_LENGTH.most) {
    return `A username has ${USERNAME_LENGTH.least} to ${USERNAME_LENGTH.most} characters.`;
  }
  if (!ALLOWED.test(name)) return "A username is made of letters, digits, _ and -.";
  if (!EDGES.test(name)) return "A username begins and ends with a letter or a digit.";
  if (name.normalize("NFKC") !== name) {
    return "Please use ordinary letters and digits, not styled or joined ones.";
  }
  if (TOO_MANY_MARKS.test(name.normalize("NFD"))) {
    return "Please put fewer accents on one letter.";
  }
  if (!isOneScript(name))
    return "Please write the username in one script: its letters come from several.";
  if (isCapitalDisguise(name)) {
    return "In capitals this looks like a name in Latin letters. Please write it in small letters.";
  }
  return isReserved(name) ? "This name is kept for the forum itself. Please choose another." : null;
}

/** Whether the name, or one that looks like it, is kept for the forum. */
export function isReserved(name: string): boolean {
  return reservedKeys.has(usernameKey(name));
}

/**
 * The confusable skeleton of a name: names that look alike, or differ in case alone, share it.
 *
 * It is the skeleton of UTS #39 §4 (by its own table) of the name in small letters, made wider in
 * two ways: a letter whose small form looks like no Latin one goes by its capital (в as В, so that
 * вова and Вова stay one name), and i, l and 1 are one. It is stored, and therefore may never
 * change for a name: a new table needs a migration of all keys.
 */
export function usernameKey(name: string): string {
  const letters = [...foldCase(visible(name)).normalize("NFD")];
  return letters.map(lookOf).join("").toLowerCase().replaceAll("i", "l").normalize("NFC");
}

/**
 * The key of an imported name whose usernameKey another name holds already: both must be kept,
 * since both wrote. No name that somebody chooses has such a key, for # is in no name.
 */
export function collidingUsernameKey(name: string): string {
  return `${usernameKey(name)}#${name}`;
}

function visible(name: string): string {
  return name
    .toWellFormed()
    .normalize("NFKC")
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\s]/gu, "");
}

/** Full case folding: through the capitals, which unites ß with ss, ſ with s and ς with σ. */
function foldCase(text: string): string {
  return text
    .toUpperCase()
    .toLowerCase()
    .replaceAll("ς", "σ")
    .replace(/(?<=[ij])\u0307/g, "");
}

// The table itself: the package's own function tries its 6,311 entries one by one for every letter.
// One of its entries (🅭) holds a tab, which has no place in a key.
const table = new Map(
  Object.entries(confusables).map(([letter, look]) => [letter, look.replace(/\p{Cc}/gu, "")]),
);

/** UTS #39 §4, without its normalisation. */
function skeleton(text: string): string {
  return [...text].map((letter) => table.get(letter) ?? letter).join("");
}

const LATIN = /^[a-z0-9]+$/i;

/** What one small letter looks like: Latin letters if it or its capital does, else its skeleton. */
function lookOf(letter: string): string {
  const small = skeleton(letter);
  if (LATIN.test(small)) return small;
  return capitalLook(letter) ?? smallCapitals.get(small) ?? small;
}

function capitalLook(letter: string): string | undefined {
  const capital = skeleton(letter.toUpperCase());
  return LATIN.test(capital) ? skeleton(capital.toLowerCase()) : undefined;
}

// The table of UTS #39 calls в a ʙ and к a ĸ; as в and к count as b and k here, so must these.
const smallCapitals = new Map<string, string>();
for (let code = 0x370; code < 0x590; code++) {
  const letter = String.fromCodePoint(code);
  const look = capitalLook(letter);
  const small = skeleton(letter);
  if (look !== undefined && small !== letter && !LATIN.test(small)) smallCapitals.set(small, look);
}

const reservedKeys = new Set(RESERVED_USERNAMES.map(usernameKey));

/** A Greek ΝΙΚΗ is no Latin NIKH by its small letters, but looks it: the one hole of the key. */
function isCapitalDisguise(name: string): boolean {
  const look = skeleton(name);
  return look !== name && /^[a-z0-9_-]+$/i.test(look) && usernameKey(look) !== usernameKey(name);
}
