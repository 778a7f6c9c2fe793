import "./environment";
import type { BrowserContext, Page } from "@playwright/test";
import { signUp } from "@/lib/accounts/commands";
import { openSession } from "@/lib/accounts/sessions.commands";
import { db } from "@/lib/db/client";
import type { Member } from "@/lib/policy/viewer";
import { unique } from "./unique";

/** Somebody with an account. */
export interface Person {
  /** What lib's commands take as the actor. */
  viewer: Member;
  username: string;
  email: string;
  password: string;
  /** Signs in this page and all others of its context, without the form. */
  signIn(page: Page | BrowserContext): Promise<void>;
}

export interface PersonOptions {
  /** The beginning of the name. */
  name?: string;
  /** Boards that the person moderates. */
  moderates?: readonly { id: number }[];
  admin?: boolean;
}

/** Makes somebody with a name of their own. */
export async function makePerson({
  name = "ada",
  moderates = [],
  admin = false,
}: PersonOptions = {}): Promise<Person> {
  const username = unique(name);
  const email = `${username}@example.org`;
  const password = `the words of ${username}`;
  const made = await signUp({ username, email, password }, username);
  if (!made.ok) throw new Error(`${made.message} ${JSON.stringify(made.fields)}`);
  const id = made.value.userId;
  const boards = moderates.map((board) => board.id);
  await db().boardModerator.createMany({
    data: boards.map((boardId) => ({ boardId, userId: id })),
  });
  if (admin) await db().user.update({ where: { id }, data: { role: "admin" } });
  const viewer: Member = { signedIn: true, id, username, admin, moderates: boards };
  return { viewer, username, email, password, signIn: (page) => signIn(page, id) };
}

const COOKIE = "authjs.session-token";

async function signIn(where: Page | BrowserContext, userId: number): Promise<void> {
  const context = "context" in where ? where.context() : where;
  const user = await db().user.findUniqueOrThrow({
    where: { id: userId },
    select: { passwordHash: true },
  });
  const token = await openSession({ userId, passwordHash: user.passwordHash ?? "" }, "e2e");
  if (token === null) throw new Error("The password changed meanwhile.");
  const url = process.env.E2E_BASE_URL ?? "";
  await context.addCookies([{ name: COOKIE, value: token, url, httpOnly: true, sameSite: "Lax" }]);
}

/** Ends all of somebody's sessions, as time does; their browsers are not told. */
export async function expireSessions(person: Person): Promise<void> {
  await db().session.deleteMany({ where: { userId: person.viewer.id } });
}
