import { db } from "@/lib/db/client";
import { mayEdit } from "@/lib/policy/debate";
import type { Viewer } from "@/lib/policy/viewer";
import { ambiguousQuoteSight, postSight, quoteSight, readable } from "@/lib/policy/visibility";
import { bodyOf } from "@/lib/posts/body";
import type { Preview } from "@/lib/posts/view";
import { placeholderIds, restorePlaceholders } from "@/lib/quotes/placeholder";
import { resolveRendered } from "@/lib/quotes/rendered";
import { quotableSources, typedQuotes } from "@/lib/quotes/sources.queries";
import type { QuoteView } from "@/lib/quotes/view";
import { type RenderedQuote, renderPost } from "@/lib/text/render";
import { POST_FACTS, postFacts, threadFacts } from "@/lib/threads/facts";
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
    place.post !== undefined && context?.mayEdit
      ? restorePlaceholders(text, await typedQuotes(db(), place.post, placeholderIds(text)))
      : text;
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
  const { threadId } = row;
  if (place.post === undefined) return { threadId, parentId: row.id, mayEdit: false };
  const may = mayEdit(viewer, postFacts(row), threadFacts(row.thread)).allowed;
  return { threadId, parentId: row.parentId, beforeId: row.id, mayEdit: may };
}

type Sources = Awaited<ReturnType<typeof quotableSources>>;

/** Ids of previewed quotes are negative: they are not stored. */
async function resolved(
  viewer: Viewer,
  quote: RenderedQuote,
  sources: Sources,
  id: number,
): Promise<QuoteView> {
  const { status, source, candidates } = resolveRendered(quote, sources);
  const posts = await db().post.findMany({
    where: { id: { in: [source, ...candidates].flatMap((place) => place?.postId ?? []) } },
    select: { ...POST_FACTS, author: { select: { username: true } } },
  });
  const post = posts.find(({ id: postId }) => postId === source?.postId) ?? null;
  const sight =
    post === null
      ? ambiguousQuoteSight(viewer, posts.map(postFacts))
      : quoteSight(viewer, postFacts(post));
  if (sight === "redacted") return redacted(id);
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

/** As lib/quotes/queries.ts draws it: no word and no name. */
function redacted(id: number): QuoteView {
  return {
    id,
    status: "unverified",
    sight: "redacted",
    sourceEdited: false,
    source: null,
    htmlParts: [],
    markdownParts: [],
    exact: "",
    quotes: [],
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
