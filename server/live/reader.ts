// Whose stream it is.
import type { IncomingMessage } from "node:http";
import { sessionByTokenHash } from "@/lib/accounts/session.queries";
import { hashToken } from "@/lib/accounts/token";
import { SIGNED_OUT } from "@/lib/policy/viewer";
import type { Origin } from "@/server/headers";
import type { Reader } from "@/server/live/stream";

/** Who is looking, by the cookie of the session (lib/auth). */
export async function readerOf(
  { headers }: IncomingMessage,
  { protocol }: Origin,
): Promise<Reader> {
  const name = `${protocol === "https" ? "__Secure-" : ""}authjs.session-token`;
  const token = cookieIn(headers.cookie ?? "", name);
  const tokenHash = token === undefined ? undefined : hashToken(token);
  const session = tokenHash === undefined ? null : await sessionByTokenHash(tokenHash, new Date());
  if (session === null || tokenHash === undefined) return { viewer: SIGNED_OUT, session: null };
  return { viewer: session.member, session: { tokenHash, expires: session.expires } };
}

function cookieIn(cookies: string, name: string): string | undefined {
  const found = cookies.split(";").find((each) => each.trim().startsWith(`${name}=`));
  const value = found?.trim().slice(name.length + 1);
  return value === undefined || value === "" ? undefined : decoded(value);
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
