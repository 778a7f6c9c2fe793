import { type NewAccount, usernameTaken } from "@/lib/accounts/account";
import { mailLink } from "@/lib/accounts/mail-links.commands";
import { hashPassword, passwordProblem } from "@/lib/accounts/password";
import { allowSetUp } from "@/lib/accounts/rate-limit";
import { hashToken, isToken, newToken } from "@/lib/accounts/token";
import { usernameKey } from "@/lib/accounts/username";
import { db, inTransaction, isUniqueViolation, type Transaction } from "@/lib/db/client";
import { maySetUp } from "@/lib/policy/accounts";
import { type Failure, failure, fieldFailure, type Result, success } from "@/lib/result";

const SETTING = "setup-code-hash";

/**
 * Makes the one-time code that opens the set-up page, and forgets the one before. Only its hash
 * is kept, so it can be shown once: by whoever starts the forum.
 *
 * @returns the code, or null if the forum has an admin already
 */
export function issueSetupCode(): Promise<string | null> {
  return inTransaction(async (tx) => {
    await lockSetUp(tx);
    if (!(await decision(tx)).allowed) return null;
    const code = newToken();
    const value = hashToken(code);
    await tx.setting.upsert({
      where: { key: SETTING },
      create: { key: SETTING, value },
      update: { value },
    });
    return code;
  });
}

/** Whether a code opens the set-up page now. */
export async function checkSetupCode(code: string, address: string): Promise<Result> {
  const allowed = await allowSetUp(address);
  return allowed.ok ? ((await codeProblem(db(), code)) ?? success()) : allowed;
}

/** Makes the first admin. Of two set-ups at once one succeeds; the code is used up by it. */
export async function setUp(
  { code, ...account }: NewAccount & { code: string },
  address: string,
): Promise<Result<{ userId: number }>> {
  const checked = await checkSetupCode(code, address);
  if (!checked.ok) return checked;
  const problem = await passwordProblem(account.password, account);
  if (problem !== null) return fieldFailure("invalid", "password", problem);
  const passwordHash = await hashPassword(account.password);
  try {
    return await inTransaction(async (tx) => {
      await lockSetUp(tx);
      const refusal = await codeProblem(tx, code);
      if (refusal !== null) return refusal;
      const user = await tx.user.create({
        data: {
          username: account.username,
          usernameKey: usernameKey(account.username),
          email: account.email,
          passwordHash,
          role: "admin",
        },
        select: { id: true },
      });
      const { email } = account;
      await mailLink(tx, "confirm", { userId: user.id, email }, `new:${user.id}`);
      await tx.setting.delete({ where: { key: SETTING } });
      return success({ userId: user.id });
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return usernameTaken();
  }
}

async function codeProblem(tx: Transaction, code: string): Promise<Failure | null> {
  const may = await decision(tx);
  if (!may.allowed) return failure("denied", may.why);
  const setting = await tx.setting.findUnique({ where: { key: SETTING } });
  if (setting !== null && isToken(code, setting.value)) return null;
  return failure("denied", "This set-up link is not valid, or a newer one has replaced it.");
}

async function decision(tx: Transaction) {
  return maySetUp(await tx.user.count({ where: { role: "admin" } }));
}

/** One set-up at a time, in the whole forum, until the transaction ends. */
async function lockSetUp(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('rejoinder-setup', 0))`;
}
