/** What kinds of character there are in comparisons, as bits of one number. */
export const WORD = 2;
/** Han and kana: a wrapped line leaves a space between them that nobody meant. */
export const WRAPPED = 4;
/** Scripts written without spaces between words, or (Hangul) with particles joined to them. */
export const UNSPACED = 8;

/** Joined to the character before it by NFKC: marks, Hangul vowels and finals, kana voicing. */
export const JOINING = 16;

const KNOWN = 1;
const JOINING_PATTERN = /[\p{M}\u1160-\u11ff\uff9e\uff9f]/u;
const SURROGATE = /\p{Cs}/u;
const WORD_PATTERN = /[\p{L}\p{N}\p{M}]/u;
const WRAPPED_PATTERN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const UNSPACED_PATTERN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** By UTF-16 unit; 0 where `kindOf` was not asked yet: a pattern costs ten times as much as this. */
export const kinds = new Uint8Array(0x1_00_00);

/** The kinds of a UTF-16 unit. Half of a surrogate pair is of none. */
export function kindOf(unit: number): number {
  return (kinds[unit] as number) || learned(unit);
}

/** The kinds of a whole character. */
export function kindOfCharacter(character: string): number {
  if (character.length === 1) return kindOf(character.charCodeAt(0));
  return kindsIn(character);
}

function learned(unit: number): number {
  const kind = KNOWN | kindsIn(String.fromCharCode(unit));
  kinds[unit] = kind;
  return kind;
}

function kindsIn(character: string): number {
  return (
    (WORD_PATTERN.test(character) ? WORD : 0) |
    (WRAPPED_PATTERN.test(character) ? WRAPPED : 0) |
    (UNSPACED_PATTERN.test(character) ? UNSPACED : 0) |
    // The half of a pair may be one of a mark.
    (JOINING_PATTERN.test(character) || SURROGATE.test(character) ? JOINING : 0)
  );
}
