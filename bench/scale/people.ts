// Who writes in a forum to measure on.

/** Digits as letters that look like no other, so that a name is its own skeleton. */
const LETTERS = "acdefghkps";

/** The name of the nth person, from 1. */
export function nameOfPerson(person: number): string {
  const letters = [...String(person)].map((digit) => LETTERS[Number(digit)]);
  return `debater-${letters.join("")}`;
}

/** The same in SQL, for a column of numbers. */
export const nameInSql = (column: string) =>
  `'debater-' || translate(${column}::text, '0123456789', '${LETTERS}')`;

/** The name of the cookie that says who is signed in. */
export const COOKIE = "authjs.session-token";

/** What the nth person's cookie holds. */
export const tokenOfPerson = (person: number) => `scale-${person}`;

/** Thousands, and as many more as the forum is larger. */
export function peopleOf(posts: number): number {
  return Math.max(2000, Math.round(posts / 50));
}
