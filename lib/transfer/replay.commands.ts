import type { Transaction } from "@/lib/db/client";
import { bestRank } from "@/lib/posts/ranking";
import { writeRevision } from "@/lib/posts/revisions.commands";
import { type QuotesBefore, quotesBefore } from "@/lib/quotes/kept.queries";
import { moveQuotes } from "@/lib/quotes/move.commands";
import { narrowQuotes } from "@/lib/quotes/narrow.commands";
import type { ThreadSources } from "@/lib/resolver/sources";
import { renderPost } from "@/lib/text/render";
import { addressKey } from "@/lib/threads/address";
import { recountThread } from "@/lib/threads/counters.commands";
import { hotRank } from "@/lib/threads/ranking";
import type { IncomingPost, IncomingThread } from "@/lib/transfer/thread";
import { timelineOf } from "@/lib/transfer/timeline";

/** Ids of people by the names they have in the file. */
export type People = ReadonlyMap<string, number>;

/** A thread while it is written: what of it stands in the database already. */
export interface Stage {
  threadId: number;
  /** Ids of the written posts by their keys; replaying adds to it. */
  postIds: Map<string, number>;
  /** What quotes are looked for in; replaying adds to it. */
  sources: ThreadSources;
}

/** Writes the row of a thread; its posts follow. */
export async function createThread(
  tx: Transaction,
  thread: IncomingThread,
  { boardId, people }: { boardId: number; people: People },
): Promise<number> {
  const opening = thread.posts[0];
  if (opening === undefined) throw new Error("A thread without an opening post.");
  const { id } = await tx.thread.create({
    data: {
      boardId,
      authorId: idOf(people, opening.author),
      kind: thread.kind,
      title: thread.title,
      url: thread.url,
      urlKey: thread.url === null ? null : addressKey(thread.url),
      createdAt: opening.createdAt,
      lastPostAt: opening.createdAt,
      sourceId: thread.sourceId,
    },
    select: { id: true },
  });
  return id;
}

/**
 * Writes those posts of a thread that are not on the stage yet, as if they were written and edited
 * one after the other now: quotes are resolved on the way, then votes and moderation follow and
 * all is counted. Part of the transaction that locks the thread's row.
 *
 * @returns ids of the posts that were written
 */
export async function replay(
  tx: Transaction,
  thread: IncomingThread,
  people: People,
  stage: Stage,
): Promise<number[]> {
  const missing = new Set(thread.posts.filter(({ key }) => !stage.postIds.has(key)));
  for (const { post, number } of timelineOf(thread)) {
    if (!missing.has(post)) continue;
    if (number === 1) stage.postIds.set(post.key, await createPost(tx, post, people, stage));
    await saveRevision(tx, thread, post, number, stage);
  }
  const written = [...missing].map(({ key }) => idOf(stage.postIds, key));
  await castVotes(tx, [...missing], people, stage);
  await moderate(tx, thread, people, stage, new Set(written));
  await recountThread(tx, stage.threadId);
  await rankThread(tx, stage.threadId);
  return written;
}

async function createPost(
  tx: Transaction,
  post: IncomingPost,
  people: People,
  { threadId, postIds, sources }: Stage,
): Promise<number> {
  const parentId = post.parentKey === null ? null : idOf(postIds, post.parentKey);
  const votes = votesOf(post, people);
  const upVotes = votes.filter(({ value }) => value > 0).length;
  const downVotes = votes.length - upVotes;
  const { id } = await tx.post.create({
    data: {
      threadId,
      parentId,
      authorId: idOf(people, post.author),
      createdAt: post.createdAt,
      deletedAt: post.deletedAt,
      sourceId: post.sourceId,
      upVotes,
      downVotes,
      score: upVotes - downVotes,
      bestRank: bestRank(upVotes, downVotes),
    },
    select: { id: true },
  });
  sources.set(id, parentId, null);
  return id;
}

async function saveRevision(
  tx: Transaction,
  thread: IncomingThread,
  post: IncomingPost,
  number: number,
  { threadId, postIds, sources }: Stage,
): Promise<void> {
  const revision = post.revisions[number - 1];
  if (revision === undefined) return;
  const isArticle = thread.kind === "article" && post.parentKey === null;
  const rendered = renderPost(revision.body, { headings: isArticle });
  const postId = idOf(postIds, post.key);
  const parentId = post.parentKey === null ? null : idOf(postIds, post.parentKey);
  const before = number > 1 ? await quotesSoFar(tx, postId) : NOTHING_BEFORE;
  const chosen = (revision.choices ?? []).flatMap(({ key, post: source, ...place }) => {
    const sourceId = postIds.get(source);
    return sourceId === undefined ? [] : [[key, { postId: sourceId, ...place }] as const];
  });
  const { id: revisionId } = await writeRevision(
    tx,
    { id: postId, threadId, parentId },
    { number, createdAt: revision.createdAt, rendered },
    { thread: sources, ...before, choices: new Map([...before.choices, ...chosen]) },
  );
  const source = { postId, revisionId, ownText: rendered.ownText };
  sources.set(postId, parentId, source);
  if (number === 1) return;
  await moveQuotes(tx, source);
  await narrowQuotes(tx, source);
}

const NOTHING_BEFORE: QuotesBefore = { kept: new Map(), choices: new Map() };

async function quotesSoFar(tx: Transaction, postId: number): Promise<QuotesBefore> {
  const { currentRevisionId } = await tx.post.findUniqueOrThrow({
    where: { id: postId },
    select: { currentRevisionId: true },
  });
  return quotesBefore(tx, currentRevisionId ?? 0);
}

/** One vote a person, and none for oneself, whatever the file says. */
function votesOf(post: IncomingPost, people: People) {
  const byPerson = new Map(
    post.votes.map(({ username, value, createdAt }) => {
      return [idOf(people, username), { value, createdAt }] as const;
    }),
  );
  byPerson.delete(idOf(people, post.author));
  return [...byPerson].map(([userId, vote]) => ({ userId, ...vote }));
}

async function castVotes(
  tx: Transaction,
  posts: readonly IncomingPost[],
  people: People,
  { postIds }: Stage,
): Promise<void> {
  const votes = posts.flatMap((post) =>
    votesOf(post, people).map((vote) => ({ postId: idOf(postIds, post.key), ...vote })),
  );
  if (votes.length > 0) await tx.vote.createMany({ data: votes });
}

/** Records the actions on what was just written; the last of a kind decides how things stand. */
async function moderate(
  tx: Transaction,
  thread: IncomingThread,
  people: People,
  { threadId, postIds }: Stage,
  written: ReadonlySet<number>,
): Promise<void> {
  const opening = idOf(postIds, thread.posts[0]?.key ?? "");
  for (const { kind, by, postKey, reason, createdAt } of thread.moderation) {
    const postId = postKey === null ? null : idOf(postIds, postKey);
    if (!written.has(postId ?? opening)) continue;
    const action = await tx.moderationAction.create({
      data: { kind, actorId: idOf(people, by), threadId, postId, reason, createdAt },
      select: { id: true },
    });
    const on = kind === "hide" || kind === "lock" ? action.id : null;
    const column = kind === "lock" || kind === "unlock" ? "lockActionId" : "hideActionId";
    if (postId === null) {
      await tx.thread.update({ where: { id: threadId }, data: { [column]: on } });
    } else {
      await tx.post.update({ where: { id: postId }, data: { hideActionId: on } });
    }
  }
}

/** A thread's score is that of its opening post. */
async function rankThread(tx: Transaction, threadId: number): Promise<void> {
  const opening = await tx.post.findFirstOrThrow({
    where: { threadId, parentId: null },
    orderBy: { id: "asc" },
    select: { score: true, thread: { select: { createdAt: true } } },
  });
  const { score, thread } = opening;
  await tx.thread.update({
    where: { id: threadId },
    data: { score, hotRank: hotRank(score, thread.createdAt) },
  });
}

function idOf(ids: ReadonlyMap<string, number>, key: string): number {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`Nobody and nothing here is called "${key}".`);
  return id;
}
