import type { ElementContent, Properties, RootContent } from "hast";
import { toHtml } from "hast-util-to-html";
import { type BodyPart, bodyOf } from "@/lib/quotes/body";
import { STATUS_WORDS } from "@/lib/quotes/status";
import type { QuoteView } from "@/lib/quotes/view";

/** A quote inside a quote is shown, one inside that is not: rule 9. */
const MAX_SHOWN_DEPTH = 2;

/**
 * The text of a post as plain HTML for programs that read feeds: its author's own runs, made safe when
 * they were written, and each quote as a `<blockquote>` that names its source.
 *
 * @param body as the viewer sees it: a redacted quote has neither words nor a name
 * @param origin the forum's, for addresses that leave it
 */
export function plainBody(body: readonly BodyPart<QuoteView>[], origin: string): string {
  return toHtml({ type: "root", children: nodesOf(body, origin, 0) }, { allowDangerousHtml: true });
}

function nodesOf(
  body: readonly BodyPart<QuoteView>[],
  origin: string,
  depth: number,
): ElementContent[] {
  return body.map((part) =>
    part.kind === "own"
      ? (safe(part.html) as ElementContent)
      : quoteNode(part.quote, origin, depth),
  );
}

function quoteNode(quote: QuoteView, origin: string, depth: number): ElementContent {
  if (depth === MAX_SHOWN_DEPTH) return element("p", {}, text("[earlier quotes left out]"));
  if (quote.sight === "redacted") {
    const words = text("The quoted post was hidden, and its words with it.");
    return element("blockquote", {}, element("p", {}, words));
  }
  const cite = quote.source === null ? {} : { cite: `${origin}${quote.source.href}` };
  const words = nodesOf(bodyOf(quote.htmlParts, quote.quotes), origin, depth + 1);
  return element("blockquote", cite, ...sourceLine(quote, origin), ...words);
}

/** Whom it quotes, and what is to be known of it; nothing of a block that holds only another quote. */
function sourceLine(quote: QuoteView, origin: string): ElementContent[] {
  const { source } = quote;
  if (quote.exact === "" && source === null) return [];
  const statuses = [
    ...(quote.status === "verbatim" ? [] : [quote.status]),
    ...(quote.sourceEdited && quote.sight !== "nameless" ? (["source edited"] as const) : []),
  ].map((status) => `${STATUS_WORDS[status].label}: ${STATUS_WORDS[status].gloss}`);
  const whom = source && `quoting ${source.author ?? "a deleted post"}`;
  const line: ElementContent[] = [];
  if (source && whom) line.push(element("a", { href: `${origin}${source.href}` }, text(whom)));
  if (statuses.length > 0) line.push(text(`${whom ? " " : ""}(${statuses.join("; ")})`));
  return line.length === 0 ? [] : [element("p", {}, ...line)];
}

function element(
  tagName: string,
  properties: Properties,
  ...children: ElementContent[]
): ElementContent {
  return { type: "element", tagName, properties, children };
}

function text(value: string): ElementContent {
  return { type: "text", value };
}

/** HTML that was made safe when it was stored. */
function safe(value: string): RootContent {
  return { type: "raw", value } as unknown as RootContent;
}
