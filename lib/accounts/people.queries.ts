import { collidingUsernameKey, usernameKey } from "@/lib/accounts/username";
import { db } from "@/lib/db/client";

export interface PersonView {
  id: number;
  username: string;
  createdAt: Date;
  /** Whether somebody can sign in by this name; false for one that came with an import. */
  claimed: boolean;
}

/**
 * The person of an address. Names that look alike are one, so any spelling finds them; an imported
 * name that looks like another one is found by its own spelling alone.
 *
 * @param encoded the name as it stands in the address
 */
export async function findPerson(encoded: string): Promise<PersonView | null> {
  const name = decoded(encoded);
  if (name === null) return null;
  const users = await db().user.findMany({
    where: { usernameKey: { in: [usernameKey(name), collidingUsernameKey(name)] } },
    orderBy: { id: "asc" },
    select: { id: true, username: true, createdAt: true, passwordHash: true },
  });
  const user = users.find(({ username }) => username === name) ?? users[0];
  if (user === undefined) return null;
  const { id, username, createdAt, passwordHash } = user;
  return { id, username, createdAt, claimed: passwordHash !== null };
}

function decoded(encoded: string): string | null {
  try {
    const name = decodeURIComponent(encoded);
    return /\p{Cc}/u.test(name) ? null : name;
  } catch {
    return null;
  }
}
