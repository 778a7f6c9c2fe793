import { db } from "@/lib/db/client";
import { POST_FACTS, postFacts } from "@/lib/policy/facts";
import type { Viewer } from "@/lib/policy/viewer";
import { postSight, readable } from "@/lib/policy/visibility";
import { mayEditPost } from "@/lib/quotes/changed.queries";
import { quotesOf } from "@/lib/quotes/queries";
import { type QuoteContext, surroundingsOf } from "@/lib/quotes/surroundings";
import type { QuoteView } from "@/lib/quotes/view";
import { rangesOf } from "@/lib/text/range";

/** A quote seen by itself: who quotes it where, and the words around its passage. */
export interface QuoteInContext {
  quote: QuoteView;
  quoter: { postId: number; author: string; threadId: number; title: string };
  /** Null where no source is known, or the viewer may not read it. */
  context: QuoteContext | null;
  /** Whether the viewer may quote anew what an edit has made of the words. */
  mayRequote: boolean;
}

/**
 * A quote with the words around its passage, in a fixed number of queries; null where there is no
 * such quote in a post that the viewer may read.
 *
 * @param identity what addresses name the quote by; of one that is in its post no more, as it was
 */
export async function readQuote(viewer: Viewer, identity: number): Promise<QuoteInContext | null> {
  const row = await db().quote.findFirst({
    where: { identity },
    orderBy: { id: "desc" },
    select: {
      revisionId: true,
      post: {
        select: {
          ...POST_FACTS,
          author: { select: { username: true } },
          thread: { select: { ...POST_FACTS.thread.select, title: true } },
        },
      },
    },
  });
  if (row === null || !readable(postSight(viewer, postFacts(row.post)))) return null;
  const quotes = await quotesOf(viewer, [row.revisionId]);
  const quote = find(quotes.get(row.revisionId) ?? [], identity);
  if (quote === undefined) return null;
  const { id: postId, threadId, author, thread } = row.post;
  const quoter = { postId, author: author.username, threadId, title: thread.title };
  const mayRequote = quote.toSettle && quote.difference !== null && mayEditPost(viewer, row.post);
  return { quote, quoter, context: await contextOf(quote), mayRequote };
}

/** Quotes inside a redacted one are not to be found either. */
function find(quotes: readonly QuoteView[], identity: number): QuoteView | undefined {
  for (const quote of quotes) {
    const found = quote.identity === identity ? quote : find(quote.quotes, identity);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** @param quote as the viewer may see it */
async function contextOf(quote: QuoteView): Promise<QuoteContext | null> {
  const readsSource = quote.sight === "words" || quote.sight === "marked";
  // Of words that stand in several places of a post, nobody knows which are meant.
  if (!readsSource || quote.source === null || quote.status === "ambiguous") return null;
  const row = await db().quote.findUniqueOrThrow({
    where: { id: quote.id },
    select: { ranges: true, sourceRevision: { select: { ownText: true } } },
  });
  const ranges = rangesOf(row.ranges);
  if (row.sourceRevision === null || ranges.length === 0) return null;
  return { ...surroundingsOf(row.sourceRevision.ownText, ranges), earlier: quote.sourceEdited };
}
