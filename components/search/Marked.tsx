import { Fragment } from "react";
import type { MarkedPart } from "@/lib/search/marks";

/** A text with the words that were looked for marked; each part is escaped as any text is. */
export function Marked({ parts }: { parts: readonly MarkedPart[] }) {
  return parts.map(({ text, marked }, index) => {
    const key = `${index}-${text.length}`;
    return marked ? <mark key={key}>{text}</mark> : <Fragment key={key}>{text}</Fragment>;
  });
}
