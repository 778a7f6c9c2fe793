// What must hold of revisions: they are what rendering their text gives.
import { normalisedText } from "@/lib/resolver/normalise";
import { type RenderedQuote, renderPost } from "@/lib/text/render";
import { type Forum, gapless, type QuoteRow, topQuotes, typed, unequal } from "./forum";

export function wrongOfRevision(revision: Forum["revisions"][number], forum: Forum): string[] {
  const name = `Revision ${revision.id}:`;
  const quotes = topQuotes(revision, forum);
  const opening = forum.post.get(revision.postId)?.parentId === null;
  const thread = forum.thread.get(forum.post.get(revision.postId)?.threadId ?? 0);
  const rendered = renderPost(typed(revision.markdownParts, quotes, forum), {
    headings: opening && thread?.kind === "article",
  });
  return [
    ...gapless(name, quotes),
    ...unequal(`${name} number of runs`, revision.markdownParts.length, quotes.length + 1),
    ...wrongOfDivided(name, revision, rendered, forum, null, revision.id),
    ...unequal(`${name} its own text`, revision.ownText, rendered.ownText),
  ];
}

/**
 * Runs and quotes as stored, against what rendering the text gives. A block of quoted lines may be
 * stored as several quotes, and is told by that: there is nothing at all between them, while two
 * blocks have at least an empty line between.
 */
function wrongOfDivided(
  name: string,
  stored: { markdownParts: string[]; htmlParts: string[] },
  rendered: Pick<RenderedQuote, "markdownParts" | "htmlParts" | "quotes">,
  forum: Forum,
  containerId: number | null,
  revisionId: number,
): string[] {
  const quotes =
    containerId === null
      ? topQuotes({ id: revisionId }, forum)
      : (forum.quotesIn.get(containerId) ?? []);
  const isSeam = (at: number) => at > 0 && at < quotes.length && stored.markdownParts[at] === "";
  const between = (parts: string[]) => parts.filter((_, at) => !isSeam(at));
  const blocks: QuoteRow[][] = [];
  for (const [at, quote] of quotes.entries()) {
    if (isSeam(at)) blocks.at(-1)?.push(quote);
    else blocks.push([quote]);
  }
  return [
    ...unequal(`${name} its Markdown`, between(stored.markdownParts), rendered.markdownParts),
    ...unequal(`${name} its HTML`, between(stored.htmlParts), rendered.htmlParts),
    ...unequal(
      `${name} HTML between quotes of one block`,
      stored.htmlParts.filter((html, at) => isSeam(at) && html !== ""),
      [],
    ),
    ...unequal(`${name} its blocks`, blocks.length, rendered.quotes.length),
    ...blocks.flatMap((block, at) => {
      const whole = rendered.quotes[at];
      return whole === undefined ? [] : wrongOfBlock(block, whole, forum, revisionId);
    }),
  ];
}

/** Several quotes of one block, put together, are the block. */
function wrongOfBlock(
  block: readonly QuoteRow[],
  whole: RenderedQuote,
  forum: Forum,
  revisionId: number,
): string[] {
  const [first, ...others] = block;
  const name = `Quote ${first?.id} (with ${others.length} more of its block):`;
  const markdownParts = joinedParts(
    block.map((quote) => quote.markdownParts),
    "",
  );
  const htmlParts = joinedParts(
    block.map((quote) => quote.htmlParts),
    "\n",
  );
  if (others.length === 0 && first) {
    return wrongOfDivided(name, first, whole, forum, first.id, revisionId);
  }
  return [
    ...unequal(`${name} their Markdown`, markdownParts, whole.markdownParts),
    ...unequal(`${name} their HTML`, htmlParts, whole.htmlParts),
    ...unequal(
      `${name} their words`,
      normalisedText(block.map(({ exact }) => exact).join("\n")),
      normalisedText(whole.exact),
    ),
  ];
}

/** Runs of several quotes in a row: the last of each and the first of the next are one. */
function joinedParts(lists: readonly (readonly string[])[], between: string): string[] {
  return lists.reduce<string[]>((before, parts) => {
    const [last, first] = [before.at(-1) ?? "", parts[0] ?? ""];
    const seam = last === "" || first === "" ? "" : between;
    return [...before.slice(0, -1), last + seam + first, ...parts.slice(1)];
  }, []);
}
