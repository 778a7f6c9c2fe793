import { randomInt } from "node:crypto";

// No letter looks like another, nor like one with its neighbour, so names never collide by their look.
const LETTERS = "abcdefghjkpqstxyz";

/** A word that no other test has: tests share one database, and run again on it. */
export function unique(word: string): string {
  const letters = Array.from({ length: 9 }, () => LETTERS[randomInt(LETTERS.length)]);
  return `${word}-${letters.join("")}`;
}

/** The same in small letters alone, as a search takes it for one word. */
export function uniqueWord(beginning: string): string {
  return unique(beginning).replace("-", "");
}
