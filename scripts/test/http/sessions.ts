// Sessions of the people that scripts/test/debate.ts makes.
import { openSession } from "@/lib/accounts/sessions.commands";
import type { Member } from "@/lib/policy/viewer";

export const COOKIE = "authjs.session-token";

/** Signs somebody in. @returns the token of the session's cookie */
export async function sessionOf({ id }: Member): Promise<string> {
  // The "hash" that debate.ts gives everybody.
  const token = await openSession({ userId: id, passwordHash: "x" }, "a test");
  if (token === null) throw new Error("The password changed meanwhile.");
  return token;
}

/** The header by which a request is somebody's. */
export async function signedIn(who: Member): Promise<Record<string, string>> {
  return { cookie: `${COOKIE}=${await sessionOf(who)}` };
}
