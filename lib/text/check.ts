import { codePointLength } from "./code-points";
import { isTooIntricate } from "./intricacy";
import { MAX_QUOTE_DEPTH, quoteDepth, quoteTree, runTexts } from "./segments";

/**
 * Longest reply, in code points: some 6,500 words. Of 2,153 real posts of technical debate five
 * are longer; whoever has that much to say writes an article.
 */
export const MAX_REPLY_LENGTH = 40_000;

/** Longest article: an essay of 30,000 words. The longest real post found had 84,000 characters. */
export const MAX_ARTICLE_LENGTH = 200_000;

/** Each quote is looked for in the whole thread and stored by itself. The most found had 55. */
export const MAX_QUOTES = 300;

/** The text fit to be stored, or a sentence for the person who typed it. */
export type Checked = { ok: true; text: string } | { ok: false; message: string };

const NUMBER = new Intl.NumberFormat("en");
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;
const LONE_SURROGATE = /\p{Cs}/u;
const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\u2800]/u;
const LINE_CONTROL = /[\p{Cc}\u2028\u2029]/u;
/** Marks that turn the direction of the text around them and so can disguise a title. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/;

/**
 * Checks the Markdown of a post before it is stored: line ends become LF; `max` is in code points.
 * Refuses what can't be read (nothing visible, control characters) or not be rendered.
 */
export function checkMarkdown(text: string, options: { max: number }): Checked {
  const normal = text.replace(/\r\n?/g, "\n");
  const length = codePointLength(normal);
  if (length > options.max) return refused(tooLong("The text", length, options.max));
  if (!VISIBLE.test(normal)) return refused("There is nothing in the text yet. Write something.");
  if (CONTROL.test(normal)) return refused(`${hasControl("The text")} Remove them and try again.`);
  if (LONE_SURROGATE.test(normal)) return refused(brokenCharacter("The text"));
  if (quoteDepth(normal) > MAX_QUOTE_DEPTH) {
    return refused(
      `Quotes are nested more than ${MAX_QUOTE_DEPTH} levels deep. Leave out the oldest ones.`,
    );
  }
  const runs = runTexts(quoteTree(normal));
  // Two runs stand around each quote.
  if ((runs.length - 1) / 2 > MAX_QUOTES) {
    return refused(
      `There are more than ${MAX_QUOTES} quotes in the text. Answer in several posts.`,
    );
  }
  if (isTooIntricate(runs)) {
    return refused(
      "The formatting is too intricate to show: too many lists inside each other, too many *, _, ~ or [ in one paragraph, or many links to one very long address. Put such text between lines of ``` to show it as it is.",
    );
  }
  return { ok: true, text: normal };
}

/**
 * Checks a text of one line, such as a title: trims it and makes every run of white space one
 * space. `what` begins the messages ("The title"); `max` is in code points.
 */
export function checkLine(text: string, options: { max: number; what: string }): Checked {
  const { max, what } = options;
  const line = text.replace(/\s+/g, " ").trim();
  const length = codePointLength(line);
  if (!VISIBLE.test(line)) return refused(`${what} is empty.`);
  if (length > max) return refused(tooLong(what, length, max));
  if (LINE_CONTROL.test(line)) return refused(`${hasControl(what)} Type it anew.`);
  if (DIRECTION.test(line)) {
    return refused(`${what} contains marks that reverse the direction of text. Type it anew.`);
  }
  if (LONE_SURROGATE.test(line)) return refused(brokenCharacter(what));
  return { ok: true, text: line };
}

function refused(message: string): Checked {
  return { ok: false, message };
}

function tooLong(what: string, length: number, max: number): string {
  return `${what} is too long: ${NUMBER.format(length)} characters, and at most ${NUMBER.format(max)} are possible.`;
}

function hasControl(what: string): string {
  return `${what} contains control characters, which nobody can see.`;
}

function brokenCharacter(what: string): string {
  return `${what} contains a broken character (half of a pair). Remove it and try again.`;
}
