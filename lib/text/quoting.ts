/**
 * The lines that the Quote control types: every line of the text behind `> `, empty ones as `>`.
 * Empty for a text without words.
 */
export function quoteMarkdown(text: string): string {
  const lines = text.replace(/^(?:[ \t]*\n)+/, "").trimEnd();
  if (lines.trim() === "") return "";
  return lines
    .split("\n")
    .map((line) => (line.trim() === "" ? ">" : `> ${line}`))
    .join("\n");
}

/**
 * As quoteMarkdown for a whole post: its own runs (`markdownParts`), without its quotes, with an
 * empty line where a quote stood.
 */
export function quotePost(markdownParts: string[]): string {
  const runs = markdownParts.map((part) => part.replace(/^(?:[ \t]*\n)+/, "").trimEnd());
  return quoteMarkdown(runs.filter((run) => run !== "").join("\n\n"));
}
