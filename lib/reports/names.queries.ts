import { db } from "@/lib/db/client";

/** The names of some people by their ids; unset ids are passed over. */
export async function usernames(ids: readonly (number | null)[]): Promise<Map<number, string>> {
  const known = ids.filter((id) => id !== null);
  if (known.length === 0) return new Map();
  const users = await db().user.findMany({
    where: { id: { in: known } },
    select: { id: true, username: true },
  });
  return new Map(users.map(({ id, username }) => [id, username]));
}
