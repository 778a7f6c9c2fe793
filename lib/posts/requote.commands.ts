import { db } from "@/lib/db/client";
import type { Viewer } from "@/lib/policy/viewer";
import { editPost } from "@/lib/posts/commands";
import type { PostPlace } from "@/lib/posts/queries";
import { markdownOf, type QuotedMarkdown } from "@/lib/quotes/body";
import { quotesOf } from "@/lib/quotes/queries";
import type { QuoteView } from "@/lib/quotes/view";
import { failure, type Result, success } from "@/lib/result";
import { quoteMarkdown } from "@/lib/text/quoting";

const MISSING = failure("missing", "That quote is not in your post any more.");

/**
 * Puts what the source says now in the place of words that were edited there: a new revision of the
 * actor's own post, with everything else in it as it was.
 *
 * @param identity of a quote whose source was edited
 */
export async function requote(actor: Viewer, identity: number): Promise<Result<PostPlace>> {
  if (!actor.signedIn) return failure("signed-out", "Please sign in to change your quote.");
  const row = await db().quote.findFirst({
    where: { identity, post: { authorId: actor.id }, revision: { currentOf: { isNot: null } } },
    select: {
      postId: true,
      revision: { select: { id: true, number: true, markdownParts: true } },
    },
  });
  if (row === null) return MISSING;
  const { id, number, markdownParts } = row.revision;
  const quotes = (await quotesOf(actor, [id])).get(id) ?? [];
  const quoted = { markdownParts, quotes: quotes.map((quote) => replaced(quote, identity, 1)) };
  const markdown = markdownOf(quoted);
  if (markdown === markdownOf({ markdownParts, quotes })) {
    return failure("conflict", "The source says what you quote, or nothing of it is left.");
  }
  return editPost(actor, { postId: row.postId, markdown, revision: number });
}

/** The quote, or the one inside it that is meant, with the words as they stand in the source now. */
function replaced(quote: QuoteView, identity: number, depth: number): QuotedMarkdown {
  const { markdownParts } = quote;
  const quotes = quote.quotes.map((inner) => replaced(inner, identity, depth + 1));
  if (quote.identity !== identity || !quote.sourceEdited || quote.difference === null) {
    return { markdownParts, quotes };
  }
  const now = quote.difference.filter(({ kind }) => kind !== "removed");
  const lines = quoteMarkdown(now.map(({ text }) => text).join(""));
  const typed = lines.replaceAll(/^/gm, "> ".repeat(depth - 1));
  const ends = markdownOf({ markdownParts, quotes }).endsWith("\n") ? "\n" : "";
  // Quotes inside it come first, as older words usually do.
  const inside = quotes.map(markdownOf).join("");
  const gap = inside === "" || inside.endsWith("\n") ? "" : "\n";
  return { markdownParts: [...quotes.map(() => ""), `${gap}${typed}${ends}`], quotes };
}

/** Lets a quote stand as it is although its source was edited. Done twice, it is done once. */
export async function leaveQuote(actor: Viewer, identity: number): Promise<Result> {
  if (!actor.signedIn) return failure("signed-out", "Please sign in first.");
  const { count } = await db().quote.updateMany({
    where: { identity, post: { authorId: actor.id }, changedAt: { not: null } },
    data: { settledAt: new Date() },
  });
  return count === 0 ? MISSING : success();
}
