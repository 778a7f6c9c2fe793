/** A piece of a search as it was typed: words without operator, or the value of one. */
export interface Token {
  /** Written before it: a minus. */
  negated: boolean;
  /** The name before the colon, in small letters; null where there is none that is an operator. */
  operator: string | null;
  text: string;
  /** It stood in quotation marks. */
  phrase: boolean;
}

export type Tokens = { ok: true; tokens: Token[] } | { ok: false; message: string };

/** What telephones and word processors make of a quotation mark. */
const MARKS = /[“”„‟«»＂]/g;

const UNCLOSED = 'A quotation mark is open. Close it, as in "these very words", or take it away.';

/**
 * A minus, an operator with its colon, and a phrase or a run of anything but space. A quotation mark
 * within a word belongs to the word.
 */
const PIECE = /(-?)(?:([a-z]+):(?=\S|$))?(?:"([^"]*)"|(\S*))/iy;

/**
 * Cuts a search into its pieces.
 *
 * @param operators names that mean something; others, as in "https://", are a part of the word
 */
export function tokensOf(typed: string, operators: ReadonlySet<string>): Tokens {
  const text = typed.replace(MARKS, '"').replace(/\p{Cc}/gu, " ");
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    if (/\s/.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    PIECE.lastIndex = at;
    const [whole = "", minus = "", name, phrase, word = ""] = PIECE.exec(text) ?? [];
    if (phrase === undefined && word.startsWith('"')) return { ok: false, message: UNCLOSED };
    const operator = name?.toLowerCase() ?? null;
    const known = operator !== null && operators.has(operator);
    tokens.push({
      negated: minus === "-",
      operator: known ? operator : null,
      text: known || name === undefined ? (phrase ?? word) : `${name}:${phrase ?? word}`,
      phrase: phrase !== undefined,
    });
    at += Math.max(1, whole.length);
  }
  return { ok: true, tokens };
}
