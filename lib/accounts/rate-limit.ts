import { createHmac } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { addressGroup } from "@/lib/accounts/client-address";
import { LIMITS, type LimitName, waitAfter, waitWords } from "@/lib/accounts/limits";
import { pool } from "@/lib/db/pool";
import { env } from "@/lib/env";
import type { Viewer } from "@/lib/policy/viewer";
import { type Failure, failure, type Result, success } from "@/lib/result";

// Counted in PostgreSQL: several processes count together, and a restart forgets nothing.
const limiters = new Map<LimitName, RateLimiterPostgres>();

function limiter(name: LimitName): RateLimiterPostgres {
  const known = limiters.get(name);
  if (known !== undefined) return known;
  const made = new RateLimiterPostgres({
    storeClient: { query: (query: { text: string; values: unknown[] }) => pool().query(query) },
    storeType: "pool",
    tableName: "rate_limits",
    tableCreated: true,
    keyPrefix: name,
    points: LIMITS[name].points,
    duration: LIMITS[name].seconds,
    // All limits share one table, which one of them keeps clean.
    clearExpiredByTimeout: limiters.size === 0,
  });
  limiters.set(name, made);
  return made;
}

/** What is stored of whom a limit counts: a keyed hash, so that the table names nobody. */
function keyOf(...parts: (string | number)[]): string {
  return createHmac("sha256", env().AUTH_SECRET).update(parts.join("\n")).digest("base64url");
}

interface Use {
  allowed: boolean;
  /** How often it was done in the running period, this time included. */
  count: number;
  /** Milliseconds until the period ends. */
  wait: number;
}

async function use(name: LimitName, key: string, seconds?: number): Promise<Use> {
  const options = seconds === undefined ? {} : { customDuration: seconds };
  try {
    const { consumedPoints, msBeforeNext } = await limiter(name).consume(key, 1, options);
    return { allowed: true, count: consumedPoints, wait: msBeforeNext };
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    return { allowed: false, count: error.consumedPoints, wait: error.msBeforeNext };
  }
}

function off(): boolean {
  return env().REJOINDER_RATE_LIMIT === "off";
}

function limited(what: string, wait: number): Failure {
  return failure("limited", `${what} Please try again in ${waitWords(wait)}.`);
}

/** Counts one use of a limit. The failure says when to try again. */
async function allow(name: LimitName, key: string, what: string): Promise<Result> {
  if (off()) return success();
  const { allowed, wait } = await use(name, key);
  return allowed ? success() : limited(what, wait);
}

async function allowMember(
  kind: "post" | "thread" | "vote" | "preview",
  viewer: Viewer,
  address: string,
  what: string,
): Promise<Result> {
  if (!viewer.signedIn) return failure("signed-out", "Please sign in first.");
  const account = await allow(`${kind}-account`, keyOf(viewer.id), what);
  if (!account.ok) return account;
  return allow(`${kind}-address`, keyOf(addressGroup(address)), what);
}

/**
 * Counts a reply or an edit. Call it once per form that was parsed, before the command.
 *
 * @param address from clientAddress() of lib/auth
 */
export function allowPosting(viewer: Viewer, address: string): Promise<Result> {
  return allowMember("post", viewer, address, "You have posted a lot in a short time.");
}

/** Counts a new thread; stricter than allowPosting. */
export function allowNewThread(viewer: Viewer, address: string): Promise<Result> {
  return allowMember("thread", viewer, address, "You have opened several threads in a short time.");
}

/** Counts a vote; loose. */
export function allowVoting(viewer: Viewer, address: string): Promise<Result> {
  return allowMember("vote", viewer, address, "You have voted a lot in a short time.");
}

/** Counts a preview; looser still. */
export function allowPreview(viewer: Viewer, address: string): Promise<Result> {
  return allowMember("preview", viewer, address, "You have previewed a lot in a short time.");
}

/** Counts a report, by the member or, of somebody without an account, by the address. */
export function allowReporting(viewer: Viewer, address: string): Promise<Result> {
  const what = "You have reported a lot in a short time.";
  if (viewer.signedIn) return allow("report-account", keyOf(viewer.id), what);
  return allow("report-address", keyOf(addressGroup(address)), what);
}

/** Counts a page of search results, by the member or, signed out, by the address. */
export function allowSearching(viewer: Viewer, address: string): Promise<Result> {
  const what = "You have searched a lot in a short time.";
  if (viewer.signedIn) return allow("search-account", keyOf(viewer.id), what);
  return allow("search-address", keyOf(addressGroup(address)), what);
}

/** Counts a search that is made for the private feed of a saved one, by whose it is: not who asks is known. */
export function allowSearchFeed(ownerId: number): Promise<Result> {
  return allow("search-feed", keyOf(ownerId), "This feed was asked for a lot in a short time.");
}

/** Counts a picture of a thread that has to be drawn. */
export function allowPicture(address: string): Promise<Result> {
  const key = keyOf(addressGroup(address));
  return allow("picture-address", key, "Many pictures were asked for in a short time.");
}

/** Counts a sign-up whose form was fine. */
export function allowSignUp(address: string): Promise<Result> {
  const key = keyOf(addressGroup(address));
  return allow("sign-up-address", key, "Many accounts were made from here in a short time.");
}

/** Counts a try to open the set-up page by a code. */
export function allowSetUp(address: string): Promise<Result> {
  return allow("set-up-address", keyOf(addressGroup(address)), "Too many set-up codes were tried.");
}

const MANY_MAILS = "Several mails were asked for in a short time.";

/** Counts a mail that is asked for by somebody who is signed out, whether or not one is sent. */
export function allowMailFrom(address: string): Promise<Result> {
  return allow("mail-from", keyOf(addressGroup(address)), MANY_MAILS);
}

/** Counts a mail to a mailbox, whether or not anybody here has it. */
export function allowMailTo(email: string): Promise<Result> {
  return allow("mail-to", keyOf(email.toLowerCase()), MANY_MAILS);
}

/** Counts a mail that a member asks for. */
export function allowMailBy(userId: number): Promise<Result> {
  return allow("mail-by", keyOf(userId), MANY_MAILS);
}

/** Counts the use of a link that stood in a mail. */
export function allowLink(address: string): Promise<Result> {
  return allow("link-address", keyOf(addressGroup(address)), "Many links were used from here.");
}

/** Counts a device that is to be told what is new, by a member who adds it. */
export function allowDevice(userId: number): Promise<Result> {
  return allow("device-account", keyOf(userId), "Devices were added often in a short time.");
}

/** Counts a try of the current password by somebody who is signed in. */
export function allowPasswordChange(userId: number): Promise<Result> {
  return allow("password-change", keyOf(userId), "Too many passwords were tried.");
}

/**
 * Lets a password be checked, unless too many wrong ones came before. The try is counted before
 * the check and given back if the password was right: many tries at one moment can't slip through.
 *
 * @param account the name's key, whether or not there is such a person: both are counted alike
 * @param check whether the password is right
 * @returns what `check` found, or a `limited` failure if it was not asked
 */
export async function limitSignIn(
  account: string,
  address: string,
  check: () => Promise<boolean>,
): Promise<Result<boolean>> {
  if (off()) return success(await check());
  const keys = {
    pair: keyOf(account, addressGroup(address)),
    address: keyOf(addressGroup(address)),
    account: keyOf(account),
  };
  const refusal = await refuseSignIn(keys);
  if (refusal !== null) return refusal;
  const right = await check();
  if (right) await forgiveSignIn(keys);
  return success(right);
}

type SignInKeys = Record<"pair" | "address" | "account", string>;

const TOO_MANY = "Too many tries to sign in.";

async function refuseSignIn(keys: SignInKeys): Promise<Failure | null> {
  const pair = await use("sign-in-pair", keys.pair);
  if (!pair.allowed) {
    const tries = pair.count - LIMITS["sign-in-pair"].points;
    const slot = await use("sign-in-wait", keys.pair, waitAfter(tries));
    if (!slot.allowed) {
      // Refused tries don't make the wait longer.
      await limiter("sign-in-pair").reward(keys.pair);
      return limited(TOO_MANY, slot.wait);
    }
  }
  const fromAddress = await use("sign-in-address", keys.address);
  if (!fromAddress.allowed) return limited(TOO_MANY, fromAddress.wait);
  if ((await limiter("sign-in-known").get(keys.pair)) !== null) return null;
  const forAccount = await use("sign-in-account", keys.account);
  return forAccount.allowed ? null : limited(TOO_MANY, forAccount.wait);
}

async function forgiveSignIn(keys: SignInKeys): Promise<void> {
  await Promise.all([
    limiter("sign-in-pair").delete(keys.pair),
    limiter("sign-in-wait").delete(keys.pair),
    limiter("sign-in-address").reward(keys.address),
    limiter("sign-in-account").reward(keys.account),
    limiter("sign-in-known").set(keys.pair, 1, LIMITS["sign-in-known"].seconds),
  ]);
}
