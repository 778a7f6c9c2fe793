/** What the forum itself put among a post's words: not to be quoted with them. */
const ASIDE = "button, [hidden], [aria-hidden=true], .sr-only, [data-aside]";

const PARAGRAPHS = /^(?:P|H[1-6]|UL|OL|PRE|TABLE|HR|DIV)$/;
const LINES = /^(?:LI|TR|DT|DD)$/;

/** The text of a post's own runs as the page shows it, without its quotes: what can be quoted. */
export function ownTextOf(postId: string): string {
  const whole = document.createRange();
  return ownRuns(postId)
    .map((run) => {
      whole.selectNodeContents(run);
      return markdownOf(whole);
    })
    .join("\n\n");
}

/** The own text of a post in a range of the page, which may reach over quotes of the post. */
export function ownTextIn(postId: string, range: Range): string {
  return ownRuns(postId)
    .filter((run) => range.intersectsNode(run))
    .map((run) => markdownOf(within(run, range)))
    .filter((words) => words !== "")
    .join("\n\n");
}

function ownRuns(postId: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`[data-post="${CSS.escape(postId)}"] > .own`)];
}

function within(run: HTMLElement, range: Range): Range {
  const part = document.createRange();
  part.selectNodeContents(run);
  if (run.contains(range.startContainer)) part.setStart(range.startContainer, range.startOffset);
  if (run.contains(range.endContainer)) part.setEnd(range.endContainer, range.endOffset);
  return part;
}

/** The words of a range with as much Markdown as keeps lines, lists and code apart. */
function markdownOf(range: Range): string {
  const { commonAncestorContainer: around } = range;
  const element = around instanceof Element ? around : around.parentElement;
  const writer = new Writer();
  if (element?.closest("pre")) writer.code(range.toString());
  else writer.visit(range.cloneContents());
  return writer.text.trim();
}

class Writer {
  text = "";
  #breaks = 0;
  #indent = "";

  visit(node: Node): void {
    if (node instanceof Text) this.#words(node.data.replace(/\s+/g, " "));
    else if (!(node instanceof Element)) this.#inside(node);
    else if (node.tagName === "PRE") this.code(node.textContent ?? "");
    else if (!node.matches(ASIDE)) this.#element(node);
  }

  #element(node: Element): void {
    if (node.tagName === "BR") this.#gap(1);
    if (/^T[DH]$/.test(node.tagName)) this.#words(" ");
    const gap = PARAGRAPHS.test(node.tagName) ? 2 : LINES.test(node.tagName) ? 1 : 0;
    // A list inside an item follows it at once.
    const tight = gap === 2 && this.#indent !== "" && node.tagName !== "P" ? 1 : gap;
    this.#gap(tight);
    const marker = node.tagName === "LI" ? markerOf(node) : "";
    const outside = this.#indent;
    if (marker !== "") {
      this.#words(marker);
      this.#indent += " ".repeat(marker.length);
    }
    this.#inside(node);
    this.#indent = outside;
    this.#gap(tight);
  }

  /** Code of several lines stays as it is; of one it reads better among the words. */
  code(words: string): void {
    const lines = words.replace(/\n+$/, "").split("\n");
    if (lines.length === 1) {
      this.#words(lines[0] ?? "");
      return;
    }
    this.#gap(2);
    for (const line of ["```", ...lines, "```"]) {
      this.#words(line);
      this.text += "\n";
    }
    this.text = this.text.replace(/\n$/, "");
    this.#gap(2);
  }

  #inside(node: Node): void {
    for (const child of node.childNodes) this.visit(child);
  }

  #gap(lines: number): void {
    this.#breaks = Math.max(this.#breaks, lines);
  }

  #words(words: string): void {
    const begins = this.text === "" || this.#breaks > 0 || this.text.endsWith("\n");
    const said = begins && !this.text.endsWith("\n") ? words.replace(/^ /, "") : words;
    if (said === "") return;
    if (this.text !== "" && this.#breaks > 0) {
      this.text = this.text.trimEnd() + "\n".repeat(this.#breaks);
    }
    this.text += (this.text.endsWith("\n") ? this.#indent : "") + said;
    this.#breaks = 0;
  }
}

/** Without its list, an item was selected alone. */
function markerOf(item: Element): string {
  const list = item.parentElement;
  if (list === null) return "";
  if (list.tagName !== "OL") return "- ";
  const first = Number(list.getAttribute("start") ?? 1);
  return `${first + [...list.children].indexOf(item)}. `;
}
