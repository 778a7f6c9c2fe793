/**
 * Which of a post's own runs answers a quote: the first behind it that has words. A quote with
 * nothing written under it shares the answer to the one after it.
 *
 * @param htmlParts the runs of the post, as HTML; quote n stands behind run n
 * @param ordinal the quote's place, from 0
 * @returns the run's place, from 0; null where no words follow
 */
export function answerRun(htmlParts: readonly string[], ordinal: number): number | null {
  const run = htmlParts.findIndex((html, place) => place > ordinal && html !== "");
  return run === -1 ? null : run;
}
