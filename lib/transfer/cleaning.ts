/**
 * What is mended in imported texts. People who type are asked to mend their text themselves
 * (lib/text/check.ts); an old debate has nobody left to ask, and one odd byte must not keep it out.
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Marks that turn the direction of the text around them and so can disguise a title. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * The Markdown of a post as it can be stored: line ends become LF, control characters (NUL among
 * them) are left out, half of a surrogate pair becomes U+FFFD. Everything else stays as it is.
 */
export function cleanMarkdown(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(CONTROL, "").toWellFormed();
}

/** A text of one line: the same, without marks of direction, each run of white space one space. */
export function cleanLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/\s+/g, " ")
    .replace(CONTROL, "")
    .replace(DIRECTION, "")
    .trim();
}
