import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { type CurrentSession, sessionByTokenHash } from "@/lib/accounts/queries";
import { closeSession, renewSession } from "@/lib/accounts/sessions.commands";
import { hashToken } from "@/lib/accounts/token";
import { endSession, SignInRefused, startSession } from "@/lib/auth/next-auth";
import { sessionCookieName } from "@/lib/auth/request";
import { type Member, SIGNED_OUT, type Viewer } from "@/lib/policy/viewer";
import { type Result, success } from "@/lib/result";
import { routes } from "@/lib/routes";

export { handlers } from "@/lib/auth/next-auth";
export { clientAddress } from "@/lib/auth/request";

/**
 * The session of this request, or null; asked once however many ask. It reads the cookie and one
 * row, a tenth of what next-auth's own auth() costs.
 */
export const currentSession = cache(async (): Promise<CurrentSession | null> => {
  const token = await sessionToken();
  if (token === undefined) return null;
  const now = new Date();
  const session = await sessionByTokenHash(hashToken(token), now);
  if (session !== null) await renewSession(session, now);
  return session;
});

async function sessionToken(): Promise<string | undefined> {
  return (await cookies()).get(await sessionCookieName())?.value;
}

/** Who is looking. */
export async function viewer(): Promise<Viewer> {
  return (await currentSession())?.member ?? SIGNED_OUT;
}

/**
 * The member who is looking; whoever is signed out is sent to sign in and comes back.
 *
 * @param next the local path to come back to
 */
export async function requireMember(next: string): Promise<Member> {
  const looking = await viewer();
  if (!looking.signedIn) redirect(routes.signIn(next));
  return looking;
}

/** Signs in on the server, without JavaScript: sets the cookie of the answer, redirects nowhere. */
export function signInWithPassword(username: string, password: string): Promise<Result> {
  return signInBy({ username, password });
}

/** The same by a link that stood in a mail, which is used up. */
export function signInWithLink(token: string): Promise<Result> {
  return signInBy({ link: token });
}

async function signInBy(credentials: Record<string, string>): Promise<Result> {
  const before = await sessionToken();
  try {
    await startSession("credentials", { ...credentials, redirect: false, redirectTo: "/" });
    // The cookie is overwritten: nobody could end the session that it held.
    if (before !== undefined) await closeSession(before);
    return success();
  } catch (error) {
    if (error instanceof SignInRefused) return error.failure;
    throw error;
  }
}

/** Ends this browser's session and takes its cookie away. */
export async function signOut(): Promise<void> {
  await endSession({ redirect: false, redirectTo: "/" });
}
