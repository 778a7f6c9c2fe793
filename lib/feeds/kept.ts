import { BoundedCache } from "@/lib/bounded-cache";
import { Eventual } from "@/lib/eventual";

/** A feed as it was last made. */
export interface MadeFeed {
  body: string;
  /** When the newest of its entries was changed. */
  newest: Date | null;
}

/** Feeds are kept to about this size in all, in bytes. */
const KEPT_SIZE = 8_000_000;

// See lib/db/client.ts for why it is kept on globalThis.
const shared = globalThis as { rejoinderFeeds?: BoundedCache<string, Eventual<MadeFeed>> };
shared.rejoinderFeeds ??= new BoundedCache<string, Eventual<MadeFeed>>(KEPT_SIZE);
const kept = shared.rejoinderFeeds;

/**
 * A feed from memory, or made now; who asks meanwhile waits for the same making.
 *
 * @param key its address and the state of all that it shows, as the database says for this request
 */
export async function keptFeed(key: string, make: () => Promise<MadeFeed>): Promise<MadeFeed> {
  const known = kept.get(key);
  if (known !== undefined) return known.get();
  const making = new Eventual(make());
  kept.enter(key, making);
  try {
    const made = await making.get();
    kept.weigh(key, making, 2 * (made.body.length + key.length) + 500);
    return made;
  } catch (error) {
    kept.drop(key, making);
    throw error;
  }
}
