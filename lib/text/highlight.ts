import type { Element, ElementContent } from "hast";
import { common, createLowlight } from "lowlight";

/**
 * Code longer than this in one block is shown without colours: highlighting runs many expressions
 * over it while the author waits for the preview.
 */
const MAX_HIGHLIGHTED_LENGTH = 20_000;

const lowlight = createLowlight(common);

/**
 * The contents of a code block with its tokens in spans (`hljs-*` classes), if its language is one
 * of highlight.js's common ones; null otherwise. The language is never guessed.
 */
export function highlightedCode(language: string, code: string): ElementContent[] | null {
  if (code.length > MAX_HIGHLIGHTED_LENGTH || !lowlight.registered(language)) return null;
  return lowlight.highlight(language, code).children as ElementContent[];
}

/** The language a `<code>` element was fenced with, in lower case. */
export function languageOf(code: Element): string | null {
  const classes = code.properties.className;
  if (!Array.isArray(classes)) return null;
  const name = classes.map(String).find((item) => item.startsWith("language-"));
  return name ? name.slice("language-".length).toLowerCase() : null;
}
