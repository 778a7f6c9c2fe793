/**
 * Puts quoted lines into a text area after what is written there, with an empty line around them,
 * and the caret under them, ready for the answer. The browser's own undo keeps working.
 */
export function insertQuote(area: HTMLTextAreaElement, quoted: string): void {
  const before = area.value.trimEnd();
  const text = `${before === "" ? "" : "\n\n"}${quoted}\n\n`;
  area.focus();
  area.setSelectionRange(before.length, area.value.length);
  // execCommand is deprecated but has no successor that keeps the undo history.
  if (!document.execCommand("insertText", false, text)) {
    area.setRangeText(text, before.length, area.value.length, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
  area.scrollIntoView({ block: "nearest" });
}
