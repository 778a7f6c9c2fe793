import { headers } from "next/headers";
import NextAuth, { AuthError, CredentialsSignin, type User } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { WRONG_SIGN_IN } from "@/lib/accounts/account";
import { authenticate } from "@/lib/accounts/commands";
import { signInSchema } from "@/lib/accounts/schema";
import { COOKIE_LIFETIME } from "@/lib/accounts/session";
import { openSession } from "@/lib/accounts/sessions.commands";
import { authenticateByLink } from "@/lib/accounts/sign-in-link.commands";
import { adapter } from "@/lib/auth/adapter";
import { clientAddress } from "@/lib/auth/request";
import { parseValues } from "@/lib/form";
import type { Failure } from "@/lib/result";
import { routes } from "@/lib/routes";

/** Carries a command's failure through next-auth, which only lets errors of its own kind pass. */
export class SignInRefused extends CredentialsSignin {
  constructor(readonly failure: Failure) {
    super();
    this.code = failure.kind;
  }
}

/** The password hash that was checked travels from authorize to the session, inside the server. */
interface CheckedUser extends User {
  passwordHash: string;
}

/** Whoever has a link of a mail that signs in, or knows a name and its password. */
async function whoIs(credentials: Partial<Record<string, unknown>>) {
  const from = await clientAddress();
  if (typeof credentials.link === "string") return authenticateByLink(credentials.link, from);
  const input = parseValues(signInSchema, credentials);
  return input.ok ? authenticate(input.value, from) : input;
}

/** A wrong password or a strange address is no fault of the forum's, and would only fill its log. */
const FAULTS_OF_REQUESTS: ReadonlySet<AuthError["type"]> = new Set<AuthError["type"]>([
  "CredentialsSignin",
  "InvalidCallbackUrl",
  "MissingCSRF",
  "UnknownAction",
]);

/**
 * next-auth with passwords and sessions in the database. `session.strategy` stays unset: with an
 * adapter it is "database", which next-auth refuses by name when passwords are the only provider
 * (UnsupportedStrategy, @auth/core/lib/utils/assert.js). Its hook for making the cookie's value in
 * that case is jwt.encode, so that is where the session is opened.
 */
export const {
  handlers,
  signIn: startSession,
  signOut: endSession,
} = NextAuth({
  adapter,
  basePath: "/api/auth",
  trustHost: true,
  session: { maxAge: COOKIE_LIFETIME / 1000 },
  pages: { signIn: routes.signIn(), signOut: routes.signOut(), error: routes.signIn() },
  providers: [
    Credentials({
      credentials: { username: {}, password: {}, link: {} },
      async authorize(credentials): Promise<CheckedUser> {
        const person = await whoIs(credentials);
        if (!person.ok) throw new SignInRefused(person);
        const { userId, username, passwordHash } = person.value;
        return { id: String(userId), name: username, passwordHash };
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => ({ ...token, passwordHash: (user as CheckedUser).passwordHash }),
    // Named fields only: what next-auth passes here holds the token, and /api/auth/session shows
    // whatever is returned to any script on the page.
    session: ({ session, user }) => ({
      user: { name: user.name },
      expires: new Date(session.expires).toISOString(),
    }),
  },
  jwt: {
    async encode({ token }) {
      const userId = Number(token?.sub);
      const passwordHash = String(token?.passwordHash);
      const userAgent = (await headers()).get("user-agent");
      const opened = await openSession({ userId, passwordHash }, userAgent);
      if (opened === null) throw new SignInRefused(WRONG_SIGN_IN);
      return opened;
    },
    decode: () => null,
  },
  logger: {
    error(error) {
      // By its type: names of classes don't survive the build.
      const ofRequest = error instanceof AuthError && FAULTS_OF_REQUESTS.has(error.type);
      if (!ofRequest) console.error(error);
    },
  },
});
