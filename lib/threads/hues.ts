/** The colour of each person's quotes within a thread: an index into the palette, by person's id. */
export type Hues = Record<number, number>;

/** How many colours the palette of quotes has (components/quote/quote.css). */
export const HUE_COUNT = 12;

/**
 * Gives each person of a thread a colour, in the order of their first post, so that the first
 * twelve differ.
 *
 * @param authorIds authors in the order of their posts; unset ones (tombstones) take no colour
 */
export function huesOf(authorIds: readonly (number | undefined)[]): Hues {
  const people = [...new Set(authorIds.filter((id) => id !== undefined))];
  return Object.fromEntries(people.map((id, index) => [id, index % HUE_COUNT]));
}
