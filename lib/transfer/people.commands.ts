import { collidingUsernameKey, usernameKey } from "@/lib/accounts/username";
import { db } from "@/lib/db/client";
import { evadedUsername, importedUsername } from "@/lib/transfer/names";
import type { People } from "@/lib/transfer/replay.commands";

interface Person {
  id: number;
  username: string;
  usernameKey: string;
  passwordHash: string | null;
}

/** More names than anybody has registered to be in the way of one author. */
const MOST_ATTEMPTS = 100;

/**
 * Finds or makes the person for each name in a file. A name that belongs to somebody with a
 * password becomes another person here. Safe to run twice at once: the key of a name is unique, and
 * whoever comes second finds the first one's row.
 */
export async function peopleOf(names: readonly string[]): Promise<People> {
  const people = new Map<string, number>();
  let sought = new Map(names.map((name) => [name, importedUsername(name)]));
  for (let attempt = 1; sought.size > 0; attempt += 1) {
    if (attempt > MOST_ATTEMPTS) throw new Error("No free name was found for an imported author.");
    const usernames = [...new Set(sought.values())];
    await makeMissing(usernames, await holdersOf(usernames));
    const holders = await holdersOf(usernames);
    const evading = new Map<string, string>();
    for (const [name, username] of sought) {
      const person = personOf(username, holders);
      if (person !== null) people.set(name, person.id);
      else evading.set(name, evadedUsername(importedUsername(name), attempt));
    }
    sought = evading;
  }
  return people;
}

function keysOf(username: string): [string, string] {
  return [usernameKey(username), collidingUsernameKey(username)];
}

/** People by the keys under which one of the names can stand. */
async function holdersOf(usernames: readonly string[]): Promise<Map<string, Person>> {
  const rows = await db().user.findMany({
    where: { usernameKey: { in: usernames.flatMap(keysOf) } },
    select: { id: true, username: true, usernameKey: true, passwordHash: true },
  });
  return new Map(rows.map((row) => [row.usernameKey, row]));
}

/** The imported person of exactly this name; null while there is none. */
function personOf(username: string, holders: ReadonlyMap<string, Person>): Person | null {
  const found = keysOf(username).map((key) => holders.get(key));
  return found.find((row) => row?.username === username && row.passwordHash === null) ?? null;
}

/** Makes those who are missing and whose name, or one that looks like it, is nobody's account. */
async function makeMissing(
  usernames: readonly string[],
  holders: ReadonlyMap<string, Person>,
): Promise<void> {
  const taken = new Set(holders.keys());
  const data: { username: string; usernameKey: string }[] = [];
  // In one order, whoever else makes the same people at the same moment: no deadlock.
  for (const username of [...usernames].sort()) {
    const [key, collidingKey] = keysOf(username);
    if (personOf(username, holders) !== null || holders.get(key)?.passwordHash != null) continue;
    data.push({ username, usernameKey: taken.has(key) ? collidingKey : key });
    taken.add(key);
  }
  if (data.length > 0) await db().user.createMany({ data, skipDuplicates: true });
}
