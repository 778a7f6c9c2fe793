/** A fenced code block that is open: what closes it. */
interface Fence {
  character: string;
  length: number;
  /** Column where the text of its list item begins; a line further left ends the item and the fence. */
  itemIndent: number;
}

const LIST_MARKER = /^( {0,3})([-*+]|\d{1,9}[.)])( {1,4})(?=\S)/;
const OPENING = /^( {0,3})(`{3,}(?=[^`]*$)|~{3,})/;

/**
 * Follows a run of lines and says which of them are inside fenced code, so that a `>` in code is
 * not taken for a quote. Knows fences of the outermost list item too, also right after its marker.
 */
export class FenceTracker {
  #fence: Fence | null = null;
  #itemIndent = 0;

  /** Whether this line, the next after those seen, is code of a fence that is already open. */
  isCode(line: string): boolean {
    if (!this.#fence) return false;
    if (line.trim() !== "" && indentOf(line) < this.#fence.itemIndent) {
      this.#fence = null;
      this.#itemIndent = 0;
      return false;
    }
    return true;
  }

  /** Takes note of a line that is not a quote. */
  see(line: string): void {
    if (this.#fence && this.isCode(line)) {
      if (this.#closes(line, this.#fence)) this.#fence = null;
      return;
    }
    if (line.trim() === "") return;
    const { rest, indent } = this.#insideItem(line);
    const opening = OPENING.exec(rest);
    const run = opening?.[2];
    if (run) this.#fence = { character: run.charAt(0), length: run.length, itemIndent: indent };
  }

  /** The line without its list markers or its item's indentation. */
  #insideItem(line: string): { rest: string; indent: number } {
    let rest = line;
    let indent = 0;
    for (let marker = LIST_MARKER.exec(rest); marker; marker = LIST_MARKER.exec(rest)) {
      indent += marker[0].length;
      rest = rest.slice(marker[0].length);
    }
    if (indent > 0) this.#itemIndent = indent;
    else if (indentOf(line) < this.#itemIndent) this.#itemIndent = 0;
    else {
      indent = this.#itemIndent;
      rest = line.slice(indent);
    }
    return { rest, indent };
  }

  #closes(line: string, fence: Fence): boolean {
    const text = line.slice(Math.min(fence.itemIndent, indentOf(line)));
    const match = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(text);
    const run = match?.[1];
    return run?.charAt(0) === fence.character && run.length >= fence.length;
  }
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
