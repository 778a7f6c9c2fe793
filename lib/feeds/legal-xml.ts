/** Characters that XML 1.0 has no place for, not even escaped, and which a name or a text may hold. */
const ILLEGAL = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** A text as XML can hold it. */
export function legal(text: string): string {
  return text.replace(ILLEGAL, "\ufffd");
}
