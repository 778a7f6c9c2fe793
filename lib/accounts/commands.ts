import { type NewAccount, usernameTaken, WRONG_SIGN_IN } from "@/lib/accounts/account";
import { banOn } from "@/lib/accounts/ban.queries";
import { forgetLinks, mailLink } from "@/lib/accounts/mail-links.commands";
import { hashPassword, passwordProblem, verifyPassword } from "@/lib/accounts/password";
import {
  allowMailTo,
  allowPasswordChange,
  allowSignUp,
  limitSignIn,
} from "@/lib/accounts/rate-limit";
import { tellOfPassword } from "@/lib/accounts/reset.commands";
import type { ChangePasswordInput, SignInInput } from "@/lib/accounts/schema";
import { type Authenticated, removeOtherSessions } from "@/lib/accounts/sessions.commands";
import { usernameKey } from "@/lib/accounts/username";
import { db, inTransaction, isUniqueViolation } from "@/lib/db/client";
import { mayChangeSettings } from "@/lib/policy/accounts";
import type { Viewer } from "@/lib/policy/viewer";
import { failure, fieldFailure, type Result, success } from "@/lib/result";

export { checkSetupCode, issueSetupCode, setUp } from "@/lib/accounts/setup.commands";

/** A form sent twice arrives again within moments; later the name is simply taken. */
const SENT_TWICE = 10 * 60 * 1000;

/**
 * Makes an account. Sent twice with the same values it makes one, and both are told so. Whether
 * the e-mail address is known here is never said.
 *
 * @param address from clientAddress() of lib/auth, for the limit
 */
export async function signUp(
  account: NewAccount,
  address: string,
): Promise<Result<{ userId: number }>> {
  const problem = await passwordProblem(account.password, account);
  if (problem !== null) return fieldFailure("invalid", "password", problem);
  const allowed = await allowSignUp(address);
  if (!allowed.ok) return allowed;
  const key = usernameKey(account.username);
  if ((await db().user.count({ where: { usernameKey: key } })) > 0) return sentTwice(key, account);
  const passwordHash = await hashPassword(account.password);
  const { username, email } = account;
  // A mailbox that was asked too often is not asked: the settings can do it later.
  const mayAsk = await allowMailTo(email);
  try {
    const userId = await inTransaction(async (tx) => {
      const { id } = await tx.user.create({
        data: { username, usernameKey: key, email, passwordHash },
        select: { id: true },
      });
      if (mayAsk.ok) await mailLink(tx, "confirm", { userId: id, email }, `new:${id}`);
      return id;
    });
    return success({ userId });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return sentTwice(key, account);
  }
}

/** The account of this name, if it was made moments ago by the very same values; else: taken. */
async function sentTwice(key: string, account: NewAccount): Promise<Result<{ userId: number }>> {
  const existing = await db().user.findUnique({
    where: { usernameKey: key },
    select: { id: true, username: true, email: true, passwordHash: true, createdAt: true },
  });
  const same =
    existing !== null &&
    existing.username === account.username &&
    existing.email === account.email &&
    Date.now() - existing.createdAt.getTime() < SENT_TWICE &&
    (await verifyPassword(account.password, existing.passwordHash));
  return same ? success({ userId: existing.id }) : usernameTaken();
}

/**
 * Checks a name and its password; lib/auth then opens the session. Wrong name, wrong password and
 * an imported name without password get the same answer after the same time. Who is banned is told
 * so, with the way to their statement of reasons.
 */
export async function authenticate(
  { username, password }: Pick<SignInInput, "username" | "password">,
  address: string,
): Promise<Result<Authenticated & { username: string }>> {
  const key = usernameKey(username);
  const user = await db().user.findUnique({
    where: { usernameKey: key },
    select: { id: true, username: true, passwordHash: true, restrictActionId: true },
  });
  const check = () => verifyPassword(password, user?.passwordHash ?? null);
  const right = await limitSignIn(key, address, check);
  if (!right.ok) return right;
  if (!right.value || user === null || user.passwordHash === null) return WRONG_SIGN_IN;
  // Only whoever knows the password is told.
  const ban = await banOn(user);
  if (ban !== null) return ban;
  return success({ userId: user.id, username: user.username, passwordHash: user.passwordHash });
}

/**
 * Changes the actor's password and signs every other browser out.
 *
 * @param currentSessionId the session that stays
 */
export async function changePassword(
  actor: Viewer,
  currentSessionId: number,
  { currentPassword, newPassword }: ChangePasswordInput,
): Promise<Result<{ ended: number }>> {
  const decision = mayChangeSettings(actor);
  if (!actor.signedIn || !decision.allowed) return failure("signed-out", "Please sign in first.");
  const user = await db().user.findUniqueOrThrow({
    where: { id: actor.id },
    select: { username: true, email: true, passwordHash: true },
  });
  const problem = await passwordProblem(newPassword, user);
  if (problem !== null) return fieldFailure("invalid", "newPassword", problem);
  const allowed = await allowPasswordChange(actor.id);
  if (!allowed.ok) return allowed;
  const wrong = fieldFailure("denied", "currentPassword", "This is not your current password.");
  if (!(await verifyPassword(currentPassword, user.passwordHash))) return wrong;
  const passwordHash = await hashPassword(newPassword);
  return inTransaction(async (tx) => {
    // Of two changes at once the second finds that its "current" password is none any more.
    const { count } = await tx.user.updateMany({
      where: { id: actor.id, passwordHash: user.passwordHash },
      data: { passwordHash },
    });
    if (count === 0) return wrong;
    await forgetLinks(tx, actor.id, ["reset", "sign_in"]);
    await tellOfPassword(tx, { userId: actor.id, email: user.email });
    return success(await removeOtherSessions(tx, actor.id, currentSessionId));
  });
}
