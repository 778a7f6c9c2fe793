import { answerPlace, withQuotes } from "@/lib/text/quoting";

/**
 * Puts quoted lines into a text area after what is written there, with an empty line around them,
 * and the caret under the first of them, ready for the answer.
 *
 * @param quoted ends with the empty line that the answer begins under
 */
export function insertQuote(area: HTMLTextAreaElement, quoted: string): void {
  const text = withQuotes(area.value, quoted);
  replaceText(area, text, answerPlace(text, text.length - quoted.length));
}

/**
 * Gives a text area another text, of which the beginning mostly stays, and puts the caret there.
 * The browser's own undo keeps working.
 */
export function replaceText(area: HTMLTextAreaElement, text: string, caret: number): void {
  const before = area.value;
  if (text === before) return;
  let same = 0;
  while (same < before.length && before[same] === text[same]) same += 1;
  const rest = text.slice(same);
  area.focus({ preventScroll: true });
  area.setSelectionRange(same, before.length);
  // execCommand is deprecated but has no successor that keeps the undo history.
  const typed =
    rest === "" ? document.execCommand("delete") : document.execCommand("insertText", false, rest);
  if (!typed || area.value !== text) {
    area.value = text;
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
  area.setSelectionRange(caret, caret);
  area.scrollIntoView({ block: "nearest" });
  // About where the caret is: no browser scrolls there by itself.
  const share = caret / Math.max(1, text.length);
  area.scrollTop = area.scrollHeight * share - area.clientHeight / 2;
}
