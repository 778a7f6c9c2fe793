import type { IncomingPost, IncomingThread } from "@/lib/transfer/thread";

/** A moment of a thread: a post is written (number 1) or edited (2 and up). */
export interface Moment {
  post: IncomingPost;
  number: number;
}

/**
 * Everything that was written in a thread, in the order in which it happened. Quotes are resolved
 * and moved by what stood in the thread at that moment, so the order decides what they lead to.
 *
 * Where every revision knows its place (our own exports), that is the order. Otherwise it is by
 * time, but never a post before its parent, nor a revision before the one before it, whatever the
 * clocks said; what happened at the same time keeps the order of the file.
 *
 * @param thread its posts stand after their parents
 */
export function timelineOf({ posts }: Pick<IncomingThread, "posts">): Moment[] {
  const moments = posts.flatMap((post) =>
    post.revisions.map((_, index) => ({ post, number: index + 1 })),
  );
  const places = placesIn(posts) ?? timesIn(posts);
  const placeOf = ({ post, number }: Moment) => places.get(post)?.[number - 1] ?? 0;
  return moments.sort((a, b) => placeOf(a) - placeOf(b));
}

/** For each post, a number for each revision; sorting by it gives the order. */
type Places = Map<IncomingPost, number[]>;

/** By the recorded order; null where it is incomplete or contradicts itself. */
function placesIn(posts: readonly IncomingPost[]): Places | null {
  const places: Places = new Map();
  const created = new Map<string, number>();
  for (const post of posts) {
    const orders = post.revisions.map(({ order }) => order ?? Number.NaN);
    const after = post.parentKey === null ? -1 : (created.get(post.parentKey) ?? Number.NaN);
    const ascending = orders.every((order, index) => order > (orders[index - 1] ?? after));
    if (!ascending) return null;
    created.set(post.key, orders[0] ?? Number.NaN);
    places.set(post, orders);
  }
  return places;
}

/** By time in milliseconds, moved forward to that of the parent or the revision before. */
function timesIn(posts: readonly IncomingPost[]): Places {
  const places: Places = new Map();
  const created = new Map<string, number>();
  for (const post of posts) {
    let latest = post.parentKey === null ? 0 : (created.get(post.parentKey) ?? 0);
    const times = post.revisions.map(({ createdAt }) => {
      latest = Math.max(latest, createdAt.getTime());
      return latest;
    });
    created.set(post.key, times[0] ?? latest);
    places.set(post, times);
  }
  return places;
}
