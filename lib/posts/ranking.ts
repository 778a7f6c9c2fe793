/** z for a confidence of 80 %, as in Reddit's `_confidence`. */
const Z = 1.281551565545;

/**
 * Rank of a reply among its siblings: the lower bound of Wilson's score interval for the share of
 * up votes, so that 1 of 1 does not beat 90 of 100.
 * Source: E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference",
 * JASA 22 (1927); z as in Reddit's `r2/r2/lib/db/_sorts.pyx`.
 *
 * @returns 0 (no votes, or only down votes) to below 1
 */
export function bestRank(upVotes: number, downVotes: number): number {
  // Without an up vote the bound is 0; computed, it would be a rounding error around it.
  if (upVotes === 0) return 0;
  const total = upVotes + downVotes;
  const share = upVotes / total;
  const z2 = Z * Z;
  const centre = share + z2 / (2 * total);
  const spread = Z * Math.sqrt((share * (1 - share) + z2 / (4 * total)) / total);
  return (centre - spread) / (1 + z2 / total);
}
