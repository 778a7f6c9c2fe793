import { anyDomainOf, domainsIn } from "@/lib/screening/domains";
import { type ScreenedText, shownText } from "@/lib/screening/text";
import { anyPhraseIn, wordsOf } from "@/lib/screening/words";

/** What a board asks of a post before everybody reads it; each list as its admins wrote it. */
export interface ScreeningSettings {
  /** So many first posts of a person are held. */
  holdFirst: number;
  heldWords: readonly string[];
  refusedWords: readonly string[];
  heldDomains: readonly string[];
  refusedDomains: readonly string[];
}

/** The columns of a board that say so, for a Prisma `select`. */
export const SCREENING_SETTINGS = {
  holdFirst: true,
  heldWords: true,
  refusedWords: true,
  heldDomains: true,
  refusedDomains: true,
} as const;

/** The kind of rule that stopped a post; which word or domain it was is told nobody. */
export type ScreeningRule = "words" | "domains" | "first posts";

export type Screening = "pass" | { verdict: "hold" | "refuse"; why: ScreeningRule };

/** The reason of the action that holds a post: everybody may read it. */
export const HELD_BECAUSE: Record<ScreeningRule, string> = {
  words: "Words that moderators of this board read first",
  domains: "A link that moderators of this board read first",
  "first posts": "One of the first posts of a new account",
};

/** What the author is told of a post that was refused. */
export const REFUSED_BECAUSE: Record<Exclude<ScreeningRule, "first posts">, string> = {
  words: "This board takes no posts with some of these words. Please say it in others.",
  domains: "This board takes no links to one of these sites. Please leave it out.",
};

/**
 * Whether a post is published at once, waits for a moderator, or is refused. Refusing comes before
 * holding. Takes time linear in the post. Whoever moderates the board need not be screened: that is
 * for the caller to decide.
 *
 * @param visiblePosts how many posts of its author everybody may read
 */
export function screen(
  post: ScreenedText,
  visiblePosts: number,
  settings: ScreeningSettings,
): Screening {
  const { holdFirst, heldWords, refusedWords, heldDomains, refusedDomains } = settings;
  const lists = [heldWords, refusedWords, heldDomains, refusedDomains];
  if (lists.some(({ length }) => length > 0)) {
    const shown = shownText(post);
    const [words, domains] = [wordsOf(shown.text), domainsIn(shown)];
    if (anyPhraseIn(words, refusedWords)) return { verdict: "refuse", why: "words" };
    if (anyDomainOf(domains, refusedDomains)) return { verdict: "refuse", why: "domains" };
    if (anyPhraseIn(words, heldWords)) return { verdict: "hold", why: "words" };
    if (anyDomainOf(domains, heldDomains)) return { verdict: "hold", why: "domains" };
  }
  return visiblePosts < holdFirst ? { verdict: "hold", why: "first posts" } : "pass";
}
