// What must hold of every forum's database, whatever was done to it: counters equal their recount,
// states point at the actions that made them, quotes stand where they say. Counted here from the
// rows, in JavaScript, so that no SQL of the forum is checked by itself.
import { db } from "@/lib/db/client";
import { groupBy } from "@/lib/group";
import { bestRank } from "@/lib/posts/ranking";
import { linesOf, partsOf } from "@/lib/resolver/elision";
import { nearPlaces, Searchable, Sought } from "@/lib/resolver/locate";
import { normalisedText } from "@/lib/resolver/normalise";
import { codePointLength, sliceCodePoints } from "@/lib/text/code-points";
import { type RenderedQuote, renderPost } from "@/lib/text/render";
import { hotRank } from "@/lib/threads/ranking";

type Forum = Awaited<ReturnType<typeof load>>;

/** Each invariant that does not hold, as a sentence with the row it is about. */
export async function brokenInvariants(): Promise<string[]> {
  const forum = await load();
  return [
    ...forum.threads.flatMap((thread) => wrongOfThread(thread, forum)),
    ...forum.posts.flatMap((post) => wrongOfPost(post, forum)),
    ...forum.revisions.flatMap((revision) => wrongOfRevision(revision, forum)),
    ...forum.quotes.flatMap((quote) => wrongOfQuote(quote, forum)),
    ...wrongOfModeration(forum),
  ];
}

/** The Markdown of each post's current revision as it was typed, by post id. */
export async function storedMarkdown(): Promise<Map<number, string>> {
  const forum = await load();
  const current = forum.posts.map((post) => {
    const revision = forum.revision.get(post.currentRevisionId ?? 0);
    return [
      post.id,
      revision ? typed(revision.markdownParts, topQuotes(revision, forum), forum) : "",
    ];
  });
  return new Map(current as [number, string][]);
}

async function load() {
  const [threads, posts, revisions, quotes, votes, actions] = await Promise.all([
    db().thread.findMany({ orderBy: { id: "asc" } }),
    db().post.findMany({ orderBy: { id: "asc" } }),
    db().revision.findMany({ orderBy: { id: "asc" } }),
    db().quote.findMany({ orderBy: [{ ordinal: "asc" }, { id: "asc" }] }),
    db().vote.findMany(),
    db().moderationAction.findMany({ orderBy: { id: "asc" } }),
  ]);
  return {
    ...{ threads, posts, revisions, quotes, votes, actions },
    post: new Map(posts.map((post) => [post.id, post])),
    thread: new Map(threads.map((thread) => [thread.id, thread])),
    revision: new Map(revisions.map((revision) => [revision.id, revision])),
    action: new Map(actions.map((action) => [action.id, action])),
    postsOf: groupBy(posts, (post) => post.threadId),
    revisionsOf: groupBy(revisions, (revision) => revision.postId),
    votesOf: groupBy(votes, (vote) => vote.postId),
    quotesOf: groupBy(quotes, (quote) => quote.revisionId),
    quotesIn: groupBy(quotes, (quote) => quote.containerId),
  };
}

/** A sentence unless the two are equal. */
function unequal(what: string, is: unknown, should: unknown): string[] {
  const [found, expected] = [JSON.stringify(is), JSON.stringify(should)];
  return found === expected ? [] : [`${what} is ${found}, and should be ${expected}.`];
}

function wrongOfThread(thread: Forum["threads"][number], forum: Forum): string[] {
  const name = `Thread ${thread.id}:`;
  const posts = forum.postsOf.get(thread.id) ?? [];
  const openings = posts.filter((post) => post.parentId === null);
  const open = posts.filter((post) => post.deletedAt === null && post.hideActionId === null);
  const isOpen = new Set(open.map((post) => post.id));
  const quotes = open
    .flatMap((post) => forum.quotesOf.get(post.currentRevisionId ?? 0) ?? [])
    .filter((quote) => quote.sourcePostId !== null && isOpen.has(quote.sourcePostId));
  const newest = Math.max(...open.map((post) => post.createdAt.getTime()));
  const lastPostAt = open.length > 0 ? newest : thread.createdAt.getTime();
  return [
    ...unequal(`${name} the number of opening posts`, openings.length, 1),
    ...unequal(
      `${name} replyCount`,
      thread.replyCount,
      open.filter((post) => post.parentId !== null).length,
    ),
    ...unequal(`${name} quoteCount`, thread.quoteCount, quotes.length),
    ...unequal(`${name} lastPostAt`, thread.lastPostAt.getTime(), lastPostAt),
    ...unequal(`${name} score`, thread.score, openings[0]?.score),
    ...unequal(`${name} hotRank`, thread.hotRank, hotRank(thread.score, thread.createdAt)),
  ];
}

function wrongOfPost(post: Forum["posts"][number], forum: Forum): string[] {
  const name = `Post ${post.id}:`;
  const votes = forum.votesOf.get(post.id) ?? [];
  const up = votes.filter((vote) => vote.value === 1).length;
  const down = votes.filter((vote) => vote.value === -1).length;
  const revisions = forum.revisionsOf.get(post.id) ?? [];
  const parent = post.parentId === null ? null : forum.post.get(post.parentId);
  return [
    ...unequal(`${name} upVotes`, post.upVotes, up),
    ...unequal(`${name} downVotes`, post.downVotes, down),
    ...unequal(`${name} votes that are neither`, votes.length - up - down, 0),
    ...unequal(
      `${name} own votes`,
      votes.filter((vote) => vote.userId === post.authorId),
      [],
    ),
    ...unequal(`${name} score`, post.score, up - down),
    ...unequal(`${name} bestRank`, post.bestRank, bestRank(up, down)),
    ...unequal(`${name} revisionCount`, post.revisionCount, revisions.length),
    ...unequal(
      `${name} revision numbers`,
      revisions.map(({ number }) => number),
      revisions.map((_, index) => index + 1),
    ),
    ...unequal(`${name} currentRevisionId`, post.currentRevisionId, revisions.at(-1)?.id),
    ...(parent === null
      ? []
      : unequal(`${name} its parent's thread`, parent?.threadId, post.threadId)),
  ];
}

const topQuotes = (revision: { id: number }, forum: Forum) =>
  (forum.quotesOf.get(revision.id) ?? []).filter((quote) => quote.containerId === null);

function wrongOfRevision(revision: Forum["revisions"][number], forum: Forum): string[] {
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
  const blocks: Forum["quotes"][number][][] = [];
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
  block: readonly Forum["quotes"][number][],
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

function typed(
  parts: readonly string[],
  quotes: readonly Forum["quotes"][number][],
  forum: Forum,
): string {
  return parts
    .map((part, index) => {
      const quote = quotes[index];
      if (quote === undefined) return part;
      return part + typed(quote.markdownParts, forum.quotesIn.get(quote.id) ?? [], forum);
    })
    .join("");
}

function gapless(name: string, quotes: readonly { ordinal: number }[]): string[] {
  return unequal(
    `${name} the ordinals of its quotes`,
    quotes.map(({ ordinal }) => ordinal),
    quotes.map((_, index) => index),
  );
}

function wrongOfQuote(quote: Forum["quotes"][number], forum: Forum): string[] {
  const name = `Quote ${quote.id}:`;
  const inside = forum.quotesIn.get(quote.id) ?? [];
  return [
    ...gapless(name, inside),
    ...unequal(`${name} number of runs`, quote.markdownParts.length, inside.length + 1),
    ...unequal(`${name} runs of HTML`, quote.htmlParts.length, quote.markdownParts.length),
    ...unequal(`${name} the post`, quote.postId, forum.revision.get(quote.revisionId)?.postId),
    ...inside.flatMap((nested) =>
      unequal(`${name} the revision of a quote in it`, nested.revisionId, quote.revisionId),
    ),
    ...wrongOfPassage(name, quote, forum),
  ];
}

function wrongOfPassage(name: string, quote: Forum["quotes"][number], forum: Forum): string[] {
  const { sourcePostId, sourceRevisionId, start, end, exact, status } = quote;
  if (sourcePostId === null || sourceRevisionId === null || start === null || end === null) {
    return [
      ...unequal(
        `${name} selector`,
        [sourcePostId, sourceRevisionId, start, end],
        Array(4).fill(null),
      ),
      ...(status === "unverified" || status === "ambiguous"
        ? []
        : [`${name} is ${status} without a source.`]),
    ];
  }
  const source = forum.post.get(sourcePostId);
  const revision = forum.revision.get(sourceRevisionId);
  const ownText = revision?.ownText ?? "";
  const ranges = rangesOf(quote.ranges);
  const quoted = ranges.map((range) => sliceCodePoints(ownText, range.start, range.end));
  return [
    ...unequal(
      `${name} its source's thread`,
      source?.threadId,
      forum.post.get(quote.postId)?.threadId,
    ),
    ...unequal(`${name} is earlier than its quoter`, sourcePostId < quote.postId, true),
    ...unequal(`${name} the source revision's post`, revision?.postId, sourcePostId),
    ...unequal(
      `${name} ${start} to ${end} of ${codePointLength(ownText)} is a passage`,
      start >= 0 && start < end && end <= codePointLength(ownText),
      true,
    ),
    ...unequal(`${name} its first character`, ranges[0]?.start, start),
    ...unequal(`${name} its last character`, ranges.at(-1)?.end, end),
    ...(inOrder(ranges) ? [] : [`${name} its ranges ${quote.ranges} are not in order.`]),
    ...(says(quoted, exact) || (status === "altered" && isNear(exact, ownText, { start, end }))
      ? []
      : [`${name} (${status}) does not stand in its passage.`]),
  ];
}

function rangesOf(flat: readonly number[]): { start: number; end: number }[] {
  return flat.flatMap((start, at) => (at % 2 === 0 ? [{ start, end: flat[at + 1] ?? start }] : []));
}

function inOrder(ranges: readonly { start: number; end: number }[]): boolean {
  return ranges.every(({ start, end }, at) => start < end && start >= (ranges[at - 1]?.end ?? 0));
}

/**
 * Whether the quoted characters are the quote's words: all of them, or its parts. Of a quote that
 * moved with an edit of its source only the passage may be known, in which its parts are in order.
 */
function says(quoted: readonly string[], exact: string): boolean {
  const words = lettersOf(quoted.join(" "));
  const readings = [partsOf(exact.trim()), linesOf(exact.trim())]
    .filter((parts) => parts.length > 0)
    .map((parts) => parts.map(({ text }) => lettersOf(text)));
  const isWhole = [[lettersOf(exact)], ...readings].some((parts) => parts.join("") === words);
  return isWhole || (quoted.length === 1 && readings.some((parts) => standInOrder(words, parts)));
}

function standInOrder(words: string, parts: readonly string[]): boolean {
  let from = 0;
  for (const part of parts) {
    const at = words.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return true;
}

/** Whether a search for what nearly says it finds this very place. */
function isNear(exact: string, ownText: string, range: { start: number; end: number }): boolean {
  return nearPlaces(new Sought(exact), new Searchable(ownText)).some(
    ({ start, end }) => start === range.start && end === range.end,
  );
}

function lettersOf(text: string): string {
  return normalisedText(text).replace(/[^\p{L}\p{N}]/gu, "");
}

/** A thing is hidden (or locked) by the last such action on it; actions on one thing take turns. */
function wrongOfModeration(forum: Forum): string[] {
  const targets = [
    ...forum.threads.flatMap((thread) => {
      const target = { name: `Thread ${thread.id}`, threadId: thread.id, postId: null };
      return [
        { ...target, on: "hide", id: thread.hideActionId },
        { ...target, on: "lock", id: thread.lockActionId },
      ];
    }),
    ...forum.posts.map((post) => {
      const { id: postId, threadId, hideActionId: id } = post;
      return { name: `Post ${postId}`, on: "hide", id, threadId, postId };
    }),
  ];
  return targets.flatMap((target) => {
    const { name, on, id, threadId, postId } = target;
    const actions = forum.actions.filter(
      (action) =>
        action.threadId === threadId && action.postId === postId && action.kind.endsWith(on),
    );
    const last = actions.at(-1);
    return [
      ...unequal(`${name}: the action that it is under`, id, last?.kind === on ? last.id : null),
      ...unequal(
        `${name}: its actions`,
        actions.map(({ kind }) => kind),
        actions.map((_, index) => (index % 2 === 0 ? on : `un${on}`)),
      ),
    ];
  });
}
