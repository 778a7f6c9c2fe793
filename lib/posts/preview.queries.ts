import { db } from "@/lib/db/client";
import type { Viewer } from "@/lib/policy/viewer";
import { postSight, quoteSight, readable } from "@/lib/policy/visibility";
import { bodyOf } from "@/lib/posts/body";
import type { Preview } from "@/lib/posts/view";
import { quotableSources, typedQuotes } from "@/lib/quotes/queries";
import { resolveQuote } from "@/lib/quotes/resolve";
import { placeholderIds, type QuoteView, restorePlaceholders } from "@/lib/quotes/view";
import { type RenderedQuote, renderPost } from "@/lib/text/render";
import { POST_FACTS, postFacts } from "@/lib/threads/facts";
import { readHues } from "@/lib/threads/hues.queries";
import type { ThreadKind } from "@/lib/threads/view";

/**
 * Renders a text as publishing it would, through the same renderer and the same resolver, so that
 * preview and result are equal. Writes nothing.
 *
 * @param place.parent the post that is answered; place.post the one that is edited
 */
export async function previewPost(
  viewer: Viewer,
  text: string,
  place: { parent?: number; post?: number; kind?: ThreadKind },
): Promise<Preview> {
  const context = await contextOf(viewer, place);
  const markdown =
    place.post === undefined || context === null
      ? text
      : restorePlaceholders(text, await typedQuotes(db(), place.post, placeholderIds(text)));
  const rendered = renderPost(markdown, { headings: place.kind === "article" });
  if (context === null) {
    const quotes = rendered.quotes.map((quote) => unresolved(quote));
    return { body: bodyOf(rendered.htmlParts, quotes), hues: {} };
  }
  const sources = await quotableSources(db(), context.threadId, context.parentId, context.beforeId);
  const views = await Promise.all(
    rendered.quotes.map((quote, index) => resolved(viewer, quote, sources, -index - 1)),
  );
  return { body: bodyOf(rendered.htmlParts, views), hues: await readHues(context.threadId) };
}

async function contextOf(viewer: Viewer, place: { parent?: number; post?: number }) {
  const id = place.post ?? place.parent;
  if (id === undefined) return null;
  const row = await db().post.findUnique({ where: { id }, select: POST_FACTS });
  if (row === null || !readable(postSight(viewer, postFacts(row)))) return null;
  return place.post === undefined
    ? { threadId: row.threadId, parentId: row.id, beforeId: undefined }
    : { threadId: row.threadId, parentId: row.parentId, beforeId: row.id };
}

type Sources = Awaited<ReturnType<typeof quotableSources>>;

/** Ids of previewed quotes are negative: they are not stored. */
async function resolved(
  viewer: Viewer,
  quote: RenderedQuote,
  sources: Sources,
  id: number,
): Promise<QuoteView> {
  const { status, source } =
    quote.exact.trim() === ""
      ? ({ status: "unverified", source: null } as const)
      : resolveQuote(quote.exact, sources.ancestors, sources.earlier);
  const post =
    source === null
      ? null
      : await db().post.findUniqueOrThrow({
          where: { id: source.postId },
          select: { ...POST_FACTS, author: { select: { username: true } } },
        });
  const sight = quoteSight(viewer, post === null ? null : postFacts(post));
  if (sight === "redacted") return { ...unresolved(quote, id), sight, htmlParts: [], quotes: [] };
  const quotes = await Promise.all(
    quote.quotes.map((inner, index) => resolved(viewer, inner, sources, id * 1_000 - index)),
  );
  return {
    ...unresolved(quote, id),
    status,
    sight,
    source: post && {
      postId: post.id,
      threadId: post.threadId,
      author: sight === "nameless" ? null : post.author.username,
      authorId: post.authorId,
    },
    quotes,
  };
}

function unresolved(quote: RenderedQuote, id = -1): QuoteView {
  return {
    id,
    status: "unverified",
    sight: "words",
    sourceEdited: false,
    source: null,
    htmlParts: quote.htmlParts,
    markdownParts: quote.markdownParts,
    exact: quote.exact,
    quotes: quote.quotes.map((inner, index) => unresolved(inner, id * 1_000 - index)),
  };
}
