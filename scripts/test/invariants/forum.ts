// All rows of a forum, and how to put them together.
import { db } from "@/lib/db/client";
import { groupBy } from "@/lib/group";

export type Forum = Awaited<ReturnType<typeof load>>;
export type ActionRow = Forum["actions"][number];
export type QuoteRow = Forum["quotes"][number];

export async function load() {
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
    /** Posts went from thread to thread: a quote may have its source in another one. */
    moved: actions.some(({ kind }) => kind === "merge" || kind === "split"),
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
export function unequal(what: string, is: unknown, should: unknown): string[] {
  const [found, expected] = [JSON.stringify(is), JSON.stringify(should)];
  return found === expected ? [] : [`${what} is ${found}, and should be ${expected}.`];
}

export const topQuotes = (revision: { id: number }, forum: Forum) =>
  (forum.quotesOf.get(revision.id) ?? []).filter((quote) => quote.containerId === null);

/** What was typed: runs with the quotes between them. */
export function typed(
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

export function gapless(name: string, quotes: readonly { ordinal: number }[]): string[] {
  return unequal(
    `${name} the ordinals of its quotes`,
    quotes.map(({ ordinal }) => ordinal),
    quotes.map((_, index) => index),
  );
}
