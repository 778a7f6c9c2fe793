import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { rowsOf } from "@/lib/db/rows";
import { atomDocument, newest } from "@/lib/feeds/atom";
import { postEntry } from "@/lib/feeds/entry";
import { keptFeed, type MadeFeed } from "@/lib/feeds/kept";
import { type FeedPage, placesIn } from "@/lib/feeds/places.queries";
import { readFeedPosts } from "@/lib/feeds/posts.queries";
import type { FeedScope } from "@/lib/feeds/scope";
import { THREAD_FACTS, threadFacts } from "@/lib/policy/facts";
import { SIGNED_OUT } from "@/lib/policy/viewer";
import { readable, threadSight } from "@/lib/policy/visibility";
import { threadVersion } from "@/lib/versions/queries";

/** What a feed is called and where it is. */
export interface FeedFrame {
  /** The forum's origin. */
  origin: string;
  /** The path of the feed, which a cursor for older entries can be added to. */
  address: string;
  /** The path of the page that says the same. */
  page: string;
  title: string;
  /** Who publishes it: the forum's name. */
  author: string;
}

/**
 * A page of a feed. Which posts it has and the state of their threads are asked for each time, which
 * needs no words; only where they changed is it made anew, in a fixed number of queries.
 *
 * @param before the cursor of an older page
 */
export async function readFeed(
  frame: FeedFrame,
  scope: FeedScope,
  before?: string,
): Promise<MadeFeed> {
  // Asked for first: what goes away while the feed is read is then no older than the feed says.
  const removed = await lastRemoval();
  const page = await placesIn(scope, before);
  const state = await stateOf(page);
  const key = JSON.stringify([frame, before, state]);
  const made = await keptFeed(key, () => make(frame, page, before));
  return { body: made.body, newest: later(made.newest, removed) };
}

async function make(frame: FeedFrame, page: FeedPage, before?: string): Promise<MadeFeed> {
  const { origin, address } = frame;
  const id = `${origin}${address}`;
  const posts = await readFeedPosts(page.places);
  const entries = posts.map((post) => postEntry(post, origin));
  const body = atomDocument({
    ...{ origin, id, entries, title: frame.title, author: frame.author },
    page: `${origin}${frame.page}`,
    self: before === undefined ? id : withCursor(id, before),
    next: page.next === null ? undefined : withCursor(id, page.next),
  });
  return { body, newest: newest(entries) };
}

function withCursor(address: string, cursor: string): string {
  return `${address}?${new URLSearchParams({ before: cursor })}`;
}

/** Changes with everything that the entries show: their posts, and the state of the threads they are in. */
async function stateOf({ places, next }: FeedPage): Promise<string> {
  const threads = [...new Set(places.map(({ threadId }) => threadId))];
  const versions = await Promise.all(threads.map(threadVersion));
  const ids = places.map(({ postId }) => postId);
  return JSON.stringify([ids, next, threads.map((id, index) => [id, versions[index]])]);
}

/**
 * When something last went away, or came back, anywhere in the forum: nothing in a feed says when
 * something left it, so who asks by a time alone is sent a feed anew after each of these.
 */
async function lastRemoval(): Promise<Date | null> {
  const [row] = await rowsOf<{ at: Date | null }>(Prisma.sql`
    SELECT greatest((SELECT max(created_at) FROM moderation_actions),
                    (SELECT max(deleted_at) FROM posts WHERE deleted_at IS NOT NULL)) AS at`);
  return row?.at ?? null;
}

function later(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}

/** What is at the address of a thread's feed. */
export type FeedThread =
  | { found: "thread"; title: string }
  | { found: "hidden"; reason: string }
  | { found: "merged"; into: number }
  | { found: "nothing" };

/** A thread as far as its feed goes, for who is signed out. */
export async function findFeedThread(id: number): Promise<FeedThread> {
  const row = await db().thread.findUnique({
    where: { id },
    select: {
      ...THREAD_FACTS,
      title: true,
      mergedIntoId: true,
      hideAction: { select: { reason: true } },
    },
  });
  if (row === null) return { found: "nothing" };
  if (!readable(threadSight(SIGNED_OUT, threadFacts(row)))) {
    return { found: "hidden", reason: row.hideAction?.reason ?? "" };
  }
  if (row.mergedIntoId !== null) return { found: "merged", into: row.mergedIntoId };
  return { found: "thread", title: row.title };
}
