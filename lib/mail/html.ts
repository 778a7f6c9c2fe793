import { type Block, type Letter, paragraphs, type Said } from "@/lib/mail/letter";
import { momentInWords } from "@/lib/policy/standing";

/**
 * A letter as HTML that fetches nothing: no pictures, no styles, no scripts. So nobody learns that it
 * was opened, and every mail program shows it in its reader's own letters and colours.
 */
export function html({ subject, blocks, footer }: Letter): string {
  const end = footer.length === 0 ? "" : `<hr>${footer.map(blockAsHtml).join("")}`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>
<body>${blocks.map(blockAsHtml).join("")}${end}</body></html>
`;
}

function blockAsHtml(block: Block): string {
  if (block.is === "words") return prose(block.text);
  if (block.is === "heading") return `<h2>${escaped(block.text)}</h2>`;
  if (block.is === "link") return `<p>${escaped(block.label)}<br>${link(block.url)}</p>`;
  return saidAsHtml(block.post);
}

function saidAsHtml({ author, did, at, url, markdown }: Said): string {
  return `<p><b>${escaped(author)}</b> ${escaped(did)}, ${momentInWords(at)}:</p>${quoted(
    markdown.split("\n"),
  )}<p>${link(url)}</p>`;
}

/** Lines of Markdown as they were typed, with those behind `>` as quotes. */
function quoted(lines: readonly string[]): string {
  let out = "";
  for (let at = 0; at < lines.length; ) {
    const inQuote = /^>/.test(lines[at] ?? "");
    let end = at;
    while (end < lines.length && /^>/.test(lines[end] ?? "") === inQuote) end += 1;
    const run = lines.slice(at, end);
    out += inQuote
      ? `<blockquote>${quoted(run.map((each) => each.replace(/^> ?/, "")))}</blockquote>`
      : prose(run.join("\n"));
    at = end;
  }
  return out;
}

const prose = (text: string) =>
  paragraphs(text)
    .map((part) => `<p>${escaped(part.trim()).replaceAll("\n", "<br>")}</p>`)
    .join("");

const link = (url: string) => `<a href="${escaped(url)}">${escaped(url)}</a>`;

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
