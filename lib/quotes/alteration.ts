import { diffArrays } from "diff";
import { normalisedText } from "@/lib/resolver/normalise";
import { type DifferencePart, wordDifference } from "@/lib/text/difference";

/** As for two versions of a text: whoever changed more has written another one. */
const MAX_EDITS = 500;

/** Words with the apostrophes in them, signs one by one, white space. */
const TOKENS = /\s+|[\p{L}\p{N}\p{M}'’]+|[^\s]/gu;

/**
 * How an altered quote differs from what its source says, word by word. What quoting does not regard
 * (case, typographic signs, white space) is no difference.
 *
 * @returns parts of which "same" and "removed" say what the source says
 */
export function alteration(source: string, exact: string): DifferencePart[] {
  const changes = diffArrays(tokensOf(source), tokensOf(exact), {
    comparator: (one, other) => comparable(one) === comparable(other),
    maxEditLength: MAX_EDITS,
  });
  if (changes === undefined) return wordDifference(source, exact);
  return changes.map(({ added, removed, value }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value.join(""),
  }));
}

function tokensOf(text: string): string[] {
  return text.match(TOKENS) ?? [];
}

/** Signs alone are normalised to nothing, and must not all be the same. */
function comparable(token: string): string {
  if (token.trim() === "") return " ";
  return normalisedText(token) || token;
}
