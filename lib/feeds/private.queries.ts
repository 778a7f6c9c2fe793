import { db } from "@/lib/db/client";
import { idOfKey, isPrivateFeedKey, privateFeedKey } from "@/lib/feeds/private-key";
import type { Viewer } from "@/lib/policy/viewer";

/** What a private feed can be about. */
export type PrivateFeedKind = "quotes";

/** Whose private feed a key opens; null for a key that opens none, or none any more. */
export async function ownerOfFeed(
  kind: PrivateFeedKind,
  key: string,
): Promise<{ id: number; username: string } | null> {
  const id = idOfKey(key);
  if (id === null) return null;
  const feed = await db().privateFeed.findUnique({
    where: { id },
    select: { id: true, kind: true, salt: true, user: { select: { id: true, username: true } } },
  });
  return feed !== null && feed.kind === kind && isPrivateFeedKey(key, feed) ? feed.user : null;
}

/** The key of the viewer's own private feed; null where there is none. */
export async function ownFeedKey(viewer: Viewer, kind: PrivateFeedKind): Promise<string | null> {
  if (!viewer.signedIn) return null;
  const feed = await db().privateFeed.findUnique({
    where: { userId_kind: { userId: viewer.id, kind } },
    select: { id: true, salt: true },
  });
  return feed === null ? null : privateFeedKey(feed);
}
