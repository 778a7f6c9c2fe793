// What must hold of threads, posts and what moderators did to them.
import { bestRank } from "@/lib/posts/ranking";
import { hotRank } from "@/lib/threads/ranking";
import { type ActionRow, type Forum, unequal } from "./forum";

export function wrongOfThread(thread: Forum["threads"][number], forum: Forum): string[] {
  const name = `Thread ${thread.id}:`;
  const posts = forum.postsOf.get(thread.id) ?? [];
  const openings = posts.filter((post) => post.parentId === null);
  const open = posts.filter((post) => post.deletedAt === null && post.hideActionId === null);
  const isOpen = (id: number | null) => {
    const source = forum.post.get(id ?? 0);
    return source !== undefined && source.deletedAt === null && source.hideActionId === null;
  };
  const quotes = open
    .flatMap((post) => forum.quotesOf.get(post.currentRevisionId ?? 0) ?? [])
    .filter((quote) => isOpen(quote.sourcePostId));
  const newest = Math.max(...open.map((post) => post.createdAt.getTime()));
  const lastPostAt = open.length > 0 ? newest : thread.createdAt.getTime();
  const merged = thread.mergedIntoId !== null;
  return [
    ...unequal(`${name} the number of opening posts`, openings.length, merged ? 0 : 1),
    ...unequal(
      `${name} replyCount`,
      thread.replyCount,
      open.filter((post) => post.parentId !== null).length,
    ),
    ...unequal(`${name} quoteCount`, thread.quoteCount, quotes.length),
    ...unequal(`${name} lastPostAt`, thread.lastPostAt.getTime(), lastPostAt),
    ...(merged ? [] : unequal(`${name} score`, thread.score, openings[0]?.score)),
    ...unequal(`${name} hotRank`, thread.hotRank, hotRank(thread.score, thread.createdAt)),
  ];
}

export function wrongOfPost(post: Forum["posts"][number], forum: Forum): string[] {
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

/** A thing is in a state by an action that made it so, and that nothing took back since. */
export function wrongOfModeration(forum: Forum): string[] {
  const threads = forum.threads.flatMap((thread) => {
    const name = `Thread ${thread.id}`;
    const about = (action: ActionRow) => action.threadId === thread.id && action.postId === null;
    return [
      ...wrongOfState(name, "hide", thread.hideActionId, about, forum),
      ...wrongOfState(name, "lock", thread.lockActionId, about, forum),
      ...wrongOfState(name, "pin", thread.pinActionId, about, forum),
    ];
  });
  const posts = forum.posts.flatMap((post) => {
    const about = (action: ActionRow) => action.postId === post.id;
    return [
      ...wrongOfState(`Post ${post.id}`, "hide", post.hideActionId, about, forum),
      ...wrongOfState(`Post ${post.id}`, "off_topic", post.offTopicActionId, about, forum),
    ];
  });
  return [...threads, ...posts];
}

/** By which kinds of action a state begins, and by which it ends. */
const BEGINNINGS = {
  hide: { on: ["hide", "hold"], off: ["unhide", "approve"] },
  lock: { on: ["lock"], off: ["unlock"] },
  pin: { on: ["pin"], off: ["unpin"] },
  off_topic: { on: ["off_topic"], off: ["on_topic"] },
} satisfies Record<string, { on: string[]; off: string[] }>;

/** A state names the action that began it, and no state is there whose last action ended it. */
function wrongOfState(
  name: string,
  state: keyof typeof BEGINNINGS,
  id: number | null,
  about: (action: ActionRow) => boolean,
  forum: Forum,
): string[] {
  const { on, off }: { on: string[]; off: string[] } = BEGINNINGS[state];
  const own = forum.actions.filter(
    (action) => about(action) && [...on, ...off].includes(action.kind),
  );
  const last = own.at(-1);
  if (id === null) {
    const begun = last !== undefined && on.includes(last.kind);
    return begun ? [`${name}: action ${last.id} (${last.kind}) has no effect.`] : [];
  }
  const action = forum.actions.find((each) => each.id === id);
  const right =
    action !== undefined && on.includes(action.kind) && (about(action) || action.branch);
  return right ? [] : [`${name}: action ${id} did not begin that it is "${state}".`];
}
