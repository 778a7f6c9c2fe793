import { folded } from "@/lib/screening/text";

/** Scripts written without spaces between words, or (Hangul) with particles joined to them. */
const UNSPACED =
  "[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Hang}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}]";
/** Letters and digits in a row, or one letter of such a script, so that words in a row are found. */
const WORD = new RegExp(`${UNSPACED}|(?:(?!${UNSPACED})[\\p{L}\\p{N}\\p{M}])+`, "gu");

/** The words of a text in order, as they are compared. */
export function wordsOf(text: string): string[] {
  return folded(text).match(WORD) ?? [];
}

/** Phrases by their words: a path from the root to an end spells one. */
interface Branch {
  ends: boolean;
  next: Map<string, Branch>;
}

/**
 * Whether one of the phrases (one or several words each) stands among the words, whole. From each
 * word the tree of phrases is followed as far as it leads, never further than the longest phrase.
 */
export function anyPhraseIn(words: readonly string[], phrases: readonly string[]): boolean {
  const tree = treeOf(phrases);
  if (tree.next.size === 0) return false;
  return words.some((_, from) => {
    let branch: Branch | undefined = tree;
    for (let at = from; at < words.length && branch !== undefined; at += 1) {
      branch = branch.next.get(words[at] ?? "");
      if (branch?.ends) return true;
    }
    return false;
  });
}

function treeOf(phrases: readonly string[]): Branch {
  const root: Branch = { ends: false, next: new Map() };
  for (const phrase of phrases) {
    const words = wordsOf(phrase);
    let branch = root;
    for (const word of words) {
      const next = branch.next.get(word) ?? { ends: false, next: new Map() };
      branch.next.set(word, next);
      branch = next;
    }
    // A line of nothing but punctuation would stop every post.
    if (words.length > 0) branch.ends = true;
  }
  return root;
}
