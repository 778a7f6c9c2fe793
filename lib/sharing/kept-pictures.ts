import { BoundedCache } from "@/lib/bounded-cache";
import { Eventual } from "@/lib/eventual";
import { drawPicture } from "@/lib/sharing/picture";
import type { PictureWords } from "@/lib/sharing/picture-words";

/** Pictures are kept to about this size in all, in bytes: some two hundred. */
const KEPT_SIZE = 8_000_000;

/** So many may wait while one is drawn: each takes a part of a second of a processor. */
const MOST_WAITING = 8;

interface Shared {
  kept: BoundedCache<string, Eventual<Buffer>>;
  last: Promise<unknown>;
  waiting: number;
}

// See lib/db/client.ts for why it is kept on globalThis.
const global = globalThis as { rejoinderPictures?: Shared };
global.rejoinderPictures ??= {
  kept: new BoundedCache<string, Eventual<Buffer>>(KEPT_SIZE),
  last: Promise.resolve(),
  waiting: 0,
};
const shared = global.rejoinderPictures;

/** A picture that was drawn before, if there is one that says the same. */
export function keptPicture(words: PictureWords): Promise<Buffer> | undefined {
  return shared.kept.get(JSON.stringify(words))?.get();
}

/** Draws a picture, one at a time; null where too many wait already. */
export async function pictureOf(words: PictureWords): Promise<Buffer | null> {
  const known = keptPicture(words);
  if (known !== undefined) return known;
  if (shared.waiting >= MOST_WAITING) return null;
  const key = JSON.stringify(words);
  shared.waiting += 1;
  const drawing = shared.last.then(() => drawPicture(words));
  shared.last = drawing
    .catch(() => {})
    .finally(() => {
      shared.waiting -= 1;
    });
  const kept = new Eventual(drawing);
  shared.kept.enter(key, kept);
  try {
    const picture = await drawing;
    shared.kept.weigh(key, kept, picture.length);
    return picture;
  } catch (error) {
    shared.kept.drop(key, kept);
    throw error;
  }
}
