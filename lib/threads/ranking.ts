/** Reddit's epoch of the hot formula: 2005-12-08 07:46:43 UTC, in seconds. */
export const HOT_EPOCH = 1_134_028_003;

/** So many seconds weigh as much as ten times the score: 12.5 hours. */
export const HOT_SECONDS_PER_DECADE = 45_000;

/**
 * Rank of a thread among hot ones. It depends on score and birth alone, never on the present, so
 * it is stored, indexed, and changes only with a vote.
 * Source: `_hot` in Reddit's `r2/r2/lib/db/_sorts.pyx`: sign·log10(max(|s|, 1)) + seconds/45000.
 *
 * @param score up votes minus down votes of the opening post
 * @param createdAt when the thread was opened
 */
export function hotRank(score: number, createdAt: Date): number {
  const order = Math.log10(Math.max(Math.abs(score), 1));
  const seconds = createdAt.getTime() / 1000 - HOT_EPOCH;
  return Math.sign(score) * order + seconds / HOT_SECONDS_PER_DECADE;
}
