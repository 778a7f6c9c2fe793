import { asTheyStand } from "@/lib/accounts/standing.queries";
import { db, inTransaction } from "@/lib/db/client";
import { mayWrite } from "@/lib/policy/standing";
import type { Viewer } from "@/lib/policy/viewer";
import { editPost } from "@/lib/posts/commands";
import type { PostPlace } from "@/lib/posts/queries";
import { markdownOf, type QuotedMarkdown } from "@/lib/quotes/body";
import { Edit } from "@/lib/quotes/move";
import { quotesOf } from "@/lib/quotes/queries";
import type { QuoteView } from "@/lib/quotes/view";
import { Searchable } from "@/lib/resolver/locate";
import { failure, type Result, success } from "@/lib/result";
import { sliceCodePoints } from "@/lib/text/code-points";
import { literalMarkdown } from "@/lib/text/literal";
import { quoteMarkdown } from "@/lib/text/quoting";
import { type Range, rangesOf } from "@/lib/text/range";

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
      ranges: true,
      sourceRevision: { select: { ownText: true } },
      sourcePost: { select: { currentRevision: { select: { ownText: true } } } },
      revision: { select: { id: true, number: true, markdownParts: true } },
    },
  });
  if (row === null) return MISSING;
  const { id, number, markdownParts } = row.revision;
  const quotes = (await quotesOf(actor, [id])).get(id) ?? [];
  const [before, after] = [row.sourceRevision?.ownText, row.sourcePost?.currentRevision?.ownText];
  const words = wordsNow(rangesOf(row.ranges), before ?? "", after ?? "");
  const quoted = quotes.map((quote) => replaced(quote, identity, words, 1));
  const markdown = markdownOf({ markdownParts, quotes: quoted });
  if (words === "" || markdown === markdownOf({ markdownParts, quotes })) {
    return failure("conflict", "The source says what you quote, or nothing of it is left.");
  }
  const result = await editPost(actor, { postId: row.postId, markdown, revision: number });
  // There is no field on this form to show a sentence about the text beside.
  const about = result.ok ? undefined : result.fields.text;
  return about === undefined ? result : failure("invalid", about);
}

/** What became of each stretch that was quoted, with an omission between two of them. */
function wordsNow(ranges: readonly Range[], before: string, after: string): string {
  const edit = new Edit(before, new Searchable(after));
  return ranges
    .flatMap((range) => edit.became(range) ?? [])
    .map(({ start, end }) => sliceCodePoints(after, start, end))
    .join(" […] ");
}

/** The quote, or the one inside it that is meant, with other words. */
function replaced(
  quote: QuoteView,
  identity: number,
  words: string,
  depth: number,
): QuotedMarkdown {
  const { markdownParts } = quote;
  const quotes = quote.quotes.map((inner) => replaced(inner, identity, words, depth + 1));
  const isMeant = quote.identity === identity && quote.sourceEdited && quote.difference !== null;
  if (!isMeant) return { markdownParts, quotes };
  const typed = quoteMarkdown(literalMarkdown(words)).replaceAll(/^/gm, "> ".repeat(depth - 1));
  const ends = markdownOf({ markdownParts, quotes }).endsWith("\n") ? "\n" : "";
  // Quotes inside it come first, as older words usually do.
  const inside = quotes.map(markdownOf).join("");
  const gap = inside === "" || inside.endsWith("\n") ? "" : "\n";
  return { markdownParts: [...quotes.map(() => ""), `${gap}${typed}${ends}`], quotes };
}

/** Lets a quote stand as it is although its source was edited. Done twice, it is done once. */
export async function leaveQuote(actor: Viewer, identity: number): Promise<Result> {
  if (!actor.signedIn) return failure("signed-out", "Please sign in first.");
  return inTransaction(async (tx) => {
    const decision = mayWrite(await asTheyStand(tx, actor));
    if (!decision.allowed) return failure("denied", decision.why);
    const { count } = await tx.quote.updateMany({
      where: { identity, post: { authorId: actor.id }, changedAt: { not: null } },
      data: { settledAt: new Date() },
    });
    return count === 0 ? MISSING : success();
  });
}
