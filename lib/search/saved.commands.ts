import { newToken } from "@/lib/accounts/token";
import { db, inTransaction, isUniqueViolation } from "@/lib/db/client";
import type { Viewer } from "@/lib/policy/viewer";
import { failure, type Result, success } from "@/lib/result";
import { parseSearch } from "@/lib/search/parse";
import { MOST_SAVED } from "@/lib/search/saved";
import type { SaveInput } from "@/lib/search/saved.schema";

const SIGN_IN = failure("signed-out", "Please sign in first.");
const TAKEN = failure("conflict", "Please mend what is marked below.", {
  name: "You keep another search under this name: choose another name.",
});
const GONE = failure("missing", "You keep no such search any more.");

/** Keeps a search under a name. The same one sent twice is kept once. */
export async function saveSearch(actor: Viewer, input: SaveInput, now: Date): Promise<Result> {
  if (!actor.signedIn) return SIGN_IN;
  const parsed = parseSearch(input.query, now);
  if (!parsed.ok) {
    return failure("invalid", parsed.empty ? "There is nothing to search for." : parsed.message);
  }
  const { id: userId } = actor;
  const { name, query, order: sort } = input;
  return inTransaction(async (tx) => {
    // Of many forms sent at once none gets past the limit, nor past another one of its name.
    await tx.$queryRaw`SELECT 1 FROM users WHERE id = ${userId} FOR NO KEY UPDATE`;
    const known = await tx.savedSearch.findUnique({ where: { userId_name: { userId, name } } });
    if (known !== null) return known.query === query && known.sort === sort ? success() : TAKEN;
    if ((await tx.savedSearch.count({ where: { userId } })) >= MOST_SAVED) {
      const message = `You keep ${MOST_SAVED} searches, the most there can be: delete one first.`;
      return failure("conflict", message);
    }
    await tx.savedSearch.create({ data: { userId, name, query, sort, feedSalt: newToken() } });
    return success();
  });
}

/** Gives a search of the actor's own another name. */
export async function renameSearch(actor: Viewer, id: number, name: string): Promise<Result> {
  if (!actor.signedIn) return SIGN_IN;
  try {
    const where = { id, userId: actor.id };
    const { count } = await db().savedSearch.updateMany({ where, data: { name } });
    return count === 0 ? GONE : success();
  } catch (error) {
    if (isUniqueViolation(error)) return TAKEN;
    throw error;
  }
}

/** Gives the private feed of a search another address; the old one is worth nothing from then on. */
export async function renewFeedKey(actor: Viewer, id: number): Promise<Result> {
  if (!actor.signedIn) return SIGN_IN;
  const { count } = await db().savedSearch.updateMany({
    where: { id, userId: actor.id },
    data: { feedSalt: newToken() },
  });
  return count === 0 ? GONE : success();
}

/** Forgets a search of the actor's own. Done twice, it is done once. */
export async function deleteSearch(actor: Viewer, id: number): Promise<Result> {
  if (!actor.signedIn) return SIGN_IN;
  await db().savedSearch.deleteMany({ where: { id, userId: actor.id } });
  return success();
}
