/** A mail's words, before they are plain text and HTML. */
export interface Letter {
  subject: string;
  blocks: readonly Block[];
  /** Why it came, and how to stop it: stands apart at the end. */
  footer: readonly Block[];
}

export type Block =
  | { is: "words"; text: string }
  /** What to go to: its address stands on a line of its own. */
  | { is: "link"; label: string; url: string }
  | { is: "heading"; text: string }
  /** What somebody wrote in the forum. */
  | { is: "post"; post: Said };

/** A post, or the beginning of one, as the reader of the mail may see it. */
export interface Said {
  author: string;
  at: Date;
  /** In a word or two: "replied to you". */
  did: string;
  url: string;
  /** Markdown, its quotes as lines that begin with `>`. */
  markdown: string;
}

/** The parts of a letter's words that a mail program shows as paragraphs. */
export function paragraphs(text: string): string[] {
  return text.split(/\n{2,}/).filter((part) => part.trim() !== "");
}
