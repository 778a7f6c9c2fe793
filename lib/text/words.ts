import type { Checked } from "@/lib/text/check";
import { codePointLength } from "@/lib/text/code-points";

/** As long as a letter: a report, an answer to one, an appeal, what a moderator tells somebody. */
export const MAX_WORDS = 4_000;

const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\u2800]/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;
const LONE_SURROGATE = /\p{Cs}/u;

/**
 * Checks a plain text of several lines: trimmed, line ends become LF. One that shows nothing is "".
 *
 * @param what begins the messages: "Your answer"
 * @param max characters, as code points
 */
export function checkWords(text: string, what: string, max = MAX_WORDS): Checked {
  const words = text.replace(/\r\n?/g, "\n").trim();
  if (!VISIBLE.test(words)) return { ok: true, text: "" };
  const length = codePointLength(words);
  if (length > max) {
    const message = `${what} is too long: ${length.toLocaleString("en")} characters, and at most ${max.toLocaleString("en")} are possible.`;
    return { ok: false, message };
  }
  if (CONTROL.test(words) || LONE_SURROGATE.test(words)) {
    return { ok: false, message: `${what} contains characters that nobody can see. Remove them.` };
  }
  return { ok: true, text: words };
}
