import type { BodyPart } from "@/lib/quotes/body";
import type { QuoteView } from "@/lib/quotes/view";

/** A post as everybody reads it, for an entry of a feed. */
export interface FeedPost {
  id: number;
  parentId: number | null;
  author: string;
  createdAt: Date;
  /** When its text was written as it is now. */
  revisedAt: Date;
  thread: {
    title: string;
    /** Of a link. */
    url: string | null;
    board: { slug: string; name: string };
  };
  body: BodyPart<QuoteView>[];
}
