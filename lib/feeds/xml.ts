import type { Element } from "xast";
import { toXml } from "xast-util-to-xml";

/** Characters that XML 1.0 has no place for, not even escaped, and which a name or a text may hold. */
const ILLEGAL = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** A text as XML can hold it. */
export function legal(text: string): string {
  return text.replace(ILLEGAL, "\ufffd");
}

/** An element as a document of its own, without sections of CDATA, whose end stands in no text. */
export function xmlDocument(root: Element): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${toXml(root).replaceAll("]]>", "]]&gt;")}\n`;
}
