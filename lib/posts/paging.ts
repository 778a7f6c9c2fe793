/**
 * A long thread is shown in pages: each a stretch of its replies in reading order, cut where the
 * branches that are cut through are the fewest.
 */

/** So many replies are shown on one page; a browser takes its time over more. */
export const REPLIES_PER_PAGE = 2_000;

/** From one reply of the reading order up to another, which is the next page's first. */
export interface Stretch {
  start: number;
  end: number;
}

/**
 * Cuts the replies of a thread into pages.
 *
 * @param depths how deep each reply stands, in reading order
 * @param most replies on a page; each but the last has at least half as many
 * @returns at least one page; one after the other they are all replies
 */
export function pagesOf(depths: readonly number[], most = REPLIES_PER_PAGE): Stretch[] {
  const pages: Stretch[] = [];
  let start = 0;
  while (depths.length - start > most) {
    const end = cutWithin(depths, start + Math.ceil(most / 2), start + most);
    pages.push({ start, end });
    start = end;
  }
  return [...pages, { start, end: depths.length }];
}

/** Where the next page begins: before the reply that stands least deep; of several the last. */
function cutWithin(depths: readonly number[], first: number, last: number): number {
  let cut = last;
  for (let at = last; at >= first; at -= 1) {
    if ((depths[at] ?? 0) < (depths[cut] ?? 0)) cut = at;
  }
  return cut;
}

/** The page, from 1, that a reply is on; 1 if it is on none. */
export function pageWith(pages: readonly Stretch[], place: number): number {
  const index = pages.findIndex(({ start, end }) => start <= place && place < end);
  return Math.max(0, index) + 1;
}
