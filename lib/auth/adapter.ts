import type { Adapter } from "next-auth/adapters";
import { sessionByTokenHash } from "@/lib/accounts/queries";
import { closeSession, renewSession } from "@/lib/accounts/sessions.commands";
import { hashToken } from "@/lib/accounts/token";

function unused(): never {
  throw new Error("Accounts are made by lib/accounts, not by next-auth.");
}

/**
 * Our tables for next-auth: sessions are read, renewed and ended through it. People are made and
 * changed by lib/accounts alone; next-auth asks for those methods to exist, but calls them only
 * for providers that this forum does not have.
 */
export const adapter: Adapter = {
  async getSessionAndUser(sessionToken) {
    const session = await sessionByTokenHash(hashToken(sessionToken), new Date());
    if (session === null) return null;
    const userId = String(session.member.id);
    return {
      session: { sessionToken, userId, expires: session.expires },
      user: { id: userId, name: session.member.username, email: "", emailVerified: null },
    };
  },
  async updateSession({ sessionToken }) {
    const now = new Date();
    const session = await sessionByTokenHash(hashToken(sessionToken), now);
    // next-auth counts by the cookie's long life; ours is the shorter one (lib/accounts/session.ts).
    if (session !== null) await renewSession(session, now);
    return null;
  },
  async deleteSession(sessionToken) {
    await closeSession(sessionToken);
  },
  createSession: unused,
  createUser: unused,
  getUser: unused,
  getUserByAccount: unused,
  getUserByEmail: unused,
  linkAccount: unused,
  updateUser: unused,
};
