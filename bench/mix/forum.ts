import type { SignedIn } from "@/bench/seed/seeded";

/** The forum that a mix is asked of, as it was written before. */
export interface MixForum {
  threads: { id: number; openingId: number; authorId: number; posts: number }[];
  replies: { id: number; authorId: number; passage: string }[];
  /** Those who write: they wrote the posts, too. */
  people: (SignedIn & { username: string })[];
  /** Sessions to be ended, and who can sign in by the password. */
  leaving: SignedIn[];
  password: string;
  board: string;
}
