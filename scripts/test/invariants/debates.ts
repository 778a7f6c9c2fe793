// What must hold of threads, posts and what moderators did to them.
import { bestRank } from "@/lib/posts/ranking";
import { hotRank } from "@/lib/threads/ranking";
import { type Forum, unequal } from "./forum";

export function wrongOfThread(thread: Forum["threads"][number], forum: Forum): string[] {
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

/** A thing is hidden (or locked) by the last such action on it; actions on one thing take turns. */
export function wrongOfModeration(forum: Forum): string[] {
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
