import { EXAMPLES, OPERATOR_NAMES, OPERATORS } from "@/lib/search/operators";
import {
  emptyQuery,
  hasFilters,
  hasWords,
  type SearchQuery,
  type SearchWords,
} from "@/lib/search/query";
import { type Token, tokensOf } from "@/lib/search/tokens";

/** As much as anybody types by hand, in code points. */
export const LONGEST_SEARCH = 300;

/** Words, phrases and operators: each is looked up by itself. */
export const MOST_PIECES = 32;

/** So many letters before a `*`: fewer would begin half of all words. */
const LEAST_PREFIX = 3;

/** A search that can be made, one that is empty, or a sentence that says what to change. */
export type ParsedSearch =
  | { ok: true; query: SearchQuery }
  | { ok: false; empty: true }
  | { ok: false; empty: false; message: string };

const problem = (message: string): ParsedSearch => ({ ok: false, empty: false, message });

/**
 * Reads a search as it was typed. Pure, and never fails otherwise than by a sentence.
 *
 * @param now what relative dates count from
 */
export function parseSearch(typed: string, now: Date): ParsedSearch {
  const text = typed.toWellFormed().normalize("NFC").trim();
  if (text === "") return { ok: false, empty: true };
  if ([...text].length > LONGEST_SEARCH) {
    return problem(`A search has at most ${LONGEST_SEARCH} characters: make it shorter.`);
  }
  const found = tokensOf(text, OPERATOR_NAMES);
  if (!found.ok) return problem(found.message);
  if (found.tokens.length > MOST_PIECES) {
    return problem(
      `A search has at most ${MOST_PIECES} words and operators: leave out some of them.`,
    );
  }
  const query = emptyQuery();
  for (const token of found.tokens) {
    const wrong = add(query, token, now);
    if (wrong !== null) return problem(wrong);
  }
  const wrong = problemOf(query);
  return wrong === null ? { ok: true, query } : problem(wrong);
}

function add(query: SearchQuery, token: Token, now: Date): string | null {
  const { operator, text, negated } = token;
  if (operator === null) return addWords(query.own, token);
  if (negated) {
    return `A minus stands before a word or a "phrase", not before ${operator}: as in -${text || "word"}.`;
  }
  if (text.trim() === "") {
    return `Write something directly behind ${operator}:, as in ${EXAMPLES[operator]}.`;
  }
  if (operator === "q") return addWords(query.quoted, token);
  return OPERATORS[operator]?.(query, text.trim(), now) ?? null;
}

function addWords(into: SearchWords, { negated, text, phrase }: Token): string | null {
  const prefix = phrase ? null : /^(.*?)\*+$/su.exec(text);
  if (prefix !== null && !negated) {
    const letters = (prefix[1] ?? "").replace(/[^\p{L}\p{M}\p{N}]/gu, "");
    if ([...letters].length < LEAST_PREFIX) {
      return `Write at least ${LEAST_PREFIX} letters before a *, which stands for the rest of a word.`;
    }
    into.prefixes.push(letters);
    return null;
  }
  // What has no letter and no digit is no word: nothing is found by it, and nothing left out.
  if (!/[\p{L}\p{N}]/u.test(text)) return null;
  if (negated) into.without.push(text);
  else if (phrase) into.phrases.push(text);
  else into.words.push(text);
  return null;
}

function problemOf(query: SearchQuery): string | null {
  const { own, quoted, after, before } = query;
  if (query.inTitle && !hasWords(own)) return "Add a word that is to stand in the title.";
  if (after !== null && before !== null && after >= before) {
    return "Nothing is before the one date and after the other: exchange them, or take one away.";
  }
  if (hasWords(own) || hasWords(quoted) || hasFilters(query)) return null;
  if (own.without.length > 0) {
    return "Add a word to look for: so far the search says only what must not be there.";
  }
  return "There is no word in this search: write one with letters or digits.";
}
