// What must hold of every forum's database, whatever was done to it: counters equal their recount,
// states point at the actions that made them, quotes stand where they say. Counted here from the
// rows, in JavaScript, so that no SQL of the forum is checked by itself.
import { wrongOfModeration, wrongOfPost, wrongOfThread } from "./invariants/debates";
import { load, topQuotes, typed } from "./invariants/forum";
import { wrongOfQuote } from "./invariants/quotes";
import { wrongOfRevision } from "./invariants/revisions";
import { brokenSearch } from "./invariants/search";

/** Each invariant that does not hold, as a sentence with the row it is about. */
export async function brokenInvariants(): Promise<string[]> {
  const forum = await load();
  return [
    ...forum.threads.flatMap((thread) => wrongOfThread(thread, forum)),
    ...forum.posts.flatMap((post) => wrongOfPost(post, forum)),
    ...forum.revisions.flatMap((revision) => wrongOfRevision(revision, forum)),
    ...forum.quotes.flatMap((quote) => wrongOfQuote(quote, forum)),
    ...wrongOfModeration(forum),
    ...(await brokenSearch()),
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
