// People who are signed in.
import type { SignedIn } from "@/bench/seed/seeded";
import { hashToken, newToken } from "@/lib/accounts/token";
import { usernameKey } from "@/lib/accounts/username";
import { db } from "@/lib/db/client";

const DAY = 24 * 60 * 60 * 1000;

/** Makes those of these people who are not here yet, and signs each in. */
export async function openSessions(names: readonly string[]): Promise<SignedIn[]> {
  const signedIn: SignedIn[] = [];
  for (const username of names) {
    const { id } = await db().user.upsert({
      where: { usernameKey: usernameKey(username) },
      create: { username, usernameKey: usernameKey(username) },
      update: {},
      select: { id: true },
    });
    const token = newToken();
    const expires = new Date(Date.now() + 29.5 * DAY);
    await db().session.create({ data: { userId: id, tokenHash: hashToken(token), expires } });
    signedIn.push({ id, token });
  }
  return signedIn;
}
