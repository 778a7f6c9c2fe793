import { db } from "@/lib/db/client";
import { mayEdit } from "@/lib/policy/debate";
import { POST_FACTS, postFacts, threadFacts } from "@/lib/policy/facts";
import type { Viewer } from "@/lib/policy/viewer";
import { postSight, readable } from "@/lib/policy/visibility";
import { previewedQuote, standsForHidden, unresolvedQuote } from "@/lib/posts/preview-quotes";
import { quoteNotes } from "@/lib/posts/quote-notes";
import type { Preview } from "@/lib/posts/view";
import { bodyOf } from "@/lib/quotes/body";
import { quotingHints } from "@/lib/quotes/hints";
import { type QuotesBefore, quotesBefore } from "@/lib/quotes/kept.queries";
import { threadSources } from "@/lib/quotes/sources.queries";
import { type Choices, type SettledQuote, settleQuotes } from "@/lib/resolver/settle";
import type { QuotableSources } from "@/lib/resolver/sources";
import { renderPost } from "@/lib/text/render";
import { readHues } from "@/lib/threads/hues.queries";
import type { ThreadKind } from "@/lib/threads/view";

/**
 * Renders a text as publishing it would, through the same renderer and the same resolver, so that
 * preview and result are equal. Writes nothing.
 *
 * What the viewer may not read is not looked at: a preview would else tell, guess by guess, what
 * stands in a hidden post. Placeholders of hidden quotes are drawn as what they stand for.
 *
 * @param place.parent the post that is answered; place.post the one that is edited
 * @param choices which of several places a quote means; of an edited post beside those it has
 */
export async function previewPost(
  viewer: Viewer,
  text: string,
  place: { parent?: number; post?: number; kind?: ThreadKind },
  choices: Choices = new Map(),
): Promise<Preview> {
  const rendered = renderPost(text, { headings: place.kind === "article" });
  const context = await contextOf(viewer, place);
  if (context === null) {
    const quotes = rendered.quotes.map((quote, index) => unresolvedQuote(quote, -index - 1));
    return { body: bodyOf(rendered.htmlParts, quotes), hues: {}, quotes: [], hints: [] };
  }
  const { sources, parentId, authors } = context;
  const settled = settleQuotes(rendered, {
    sources,
    kept: context.before.kept,
    choices: new Map([...context.before.choices, ...choices]),
  });
  const views = settled.quotes.map((quote, index) => previewedQuote(quote, context, -index - 1));
  const known = {
    author: (postId: number) => authors.get(postId)?.username,
    ownText: (revisionId: number) => context.ownTexts.get(revisionId) ?? "",
    current: (revisionId: number) => context.current.has(revisionId),
    hidden: (quote: SettledQuote) => standsForHidden(quote, context),
  };
  const parent = sources.ancestors.find(({ postId }) => postId === parentId) ?? null;
  return {
    body: bodyOf(settled.htmlParts, views),
    hues: await readHues(context.threadId),
    quotes: parentId === null ? [] : quoteNotes(settled, known),
    hints: parentId === null ? [] : quotingHints(settled, parent),
  };
}

/** What is known of a text's quotes alone: what a form is drawn with. */
export async function notesOf(
  viewer: Viewer,
  text: string,
  place: { parent?: number; post?: number; kind?: ThreadKind },
): Promise<Pick<Preview, "quotes" | "hints">> {
  // Most texts quote nothing, and then the thread need not be read.
  if (!/^ {0,3}>/m.test(text)) return { quotes: [], hints: [] };
  const { quotes, hints } = await previewPost(viewer, text, place);
  return { quotes, hints };
}

interface Context {
  threadId: number;
  /** The post that is answered; null for an opening post, which has nothing to quote from. */
  parentId: number | null;
  sources: QuotableSources;
  /** The own texts of all revisions in there, and which of them are what their post says now. */
  ownTexts: ReadonlyMap<number, string>;
  current: ReadonlySet<number>;
  /** Names of the people whose posts can be quoted, by post. */
  authors: ReadonlyMap<number, { id: number; username: string }>;
  /** Quotes of the edited post: what its placeholders may stand for. */
  ownQuotes: ReadonlySet<number>;
  /** The quotes of the edited post as they are. */
  before: QuotesBefore;
}

async function contextOf(
  viewer: Viewer,
  place: { parent?: number; post?: number },
): Promise<Context | null> {
  const id = place.post ?? place.parent;
  if (id === undefined) return null;
  const row = await db().post.findUnique({
    where: { id },
    select: { ...POST_FACTS, currentRevisionId: true },
  });
  if (row === null || !readable(postSight(viewer, postFacts(row)))) return null;
  const { threadId } = row;
  const posts = await db().post.findMany({
    where: { threadId },
    select: { ...POST_FACTS, author: { select: { id: true, username: true } } },
  });
  const unread = posts.filter((post) => !readable(postSight(viewer, postFacts(post))));
  const except = new Set(unread.map((post) => post.id));
  const thread = await threadSources(db(), threadId);
  const sources =
    place.post === undefined
      ? thread.quotableBy(id, { except })
      : thread.quotableBy(row.parentId, { beforeId: id, except });
  const editing =
    place.post !== undefined && mayEdit(viewer, postFacts(row), threadFacts(row.thread)).allowed;
  const now = [...sources.ancestors, ...sources.earlier];
  const before = sources.superseded.flatMap(({ ancestors, earlier }) => [...ancestors, ...earlier]);
  return {
    threadId,
    ownTexts: new Map([...now, ...before].map(({ revisionId, ownText }) => [revisionId, ownText])),
    current: new Set(now.map(({ revisionId }) => revisionId)),
    parentId: place.post === undefined ? id : row.parentId,
    sources,
    authors: new Map(posts.map((post) => [post.id, post.author])),
    ownQuotes: new Set(editing ? await quoteIdsOf(id) : []),
    before: await quotesBefore(db(), editing ? (row.currentRevisionId ?? 0) : 0, { except }),
  };
}

async function quoteIdsOf(postId: number): Promise<number[]> {
  const quotes = await db().quote.findMany({ where: { postId }, select: { id: true } });
  return quotes.map(({ id }) => id);
}
