import { createHash } from "node:crypto";

/** What the picture of a thread says; equal for equal pictures. */
export interface PictureWords {
  forum: string;
  board: string;
  title: string;
  author: string | null;
  replies: number;
  quotes: number;
}

/** What of a thread is drawn. */
interface Drawn {
  title: string;
  /** Unset where the author deleted the opening post. */
  author: string | null;
  replyCount: number;
  quoteCount: number;
  board: { name: string };
}

/** What the picture of a thread says. */
export function pictureWords(
  { title, author, board, replyCount, quoteCount }: Drawn,
  forum: string,
): PictureWords {
  return { forum, board: board.name, title, author, replies: replyCount, quotes: quoteCount };
}

/** For the address of a picture: sites that keep pictures for long ask anew when it is another. */
export function pictureVersion(words: PictureWords): string {
  return createHash("sha256").update(JSON.stringify(words)).digest("base64url").slice(0, 12);
}
