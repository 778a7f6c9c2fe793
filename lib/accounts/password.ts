import { hash, verify } from "@node-rs/argon2";

/**
 * In characters. Least: NIST SP 800-63B (revision 3, §5.1.1.2). Most: far above the 64 that NIST
 * wants allowed, and small enough that hashing can't be used to keep the server busy.
 */
export const PASSWORD_LENGTH = { least: 8, most: 200 } as const;

/**
 * Argon2id (the library's default variant) as OWASP's Password Storage Cheat Sheet sets it: 19 MiB
 * of memory, 2 passes, 1 lane.
 */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** What a password must not be equal to. */
export interface PasswordContext {
  username: string;
  email: string | null;
}

/** What is wrong with the length of a new password: a sentence, or null. */
export function lengthProblem(password: string): string | null {
  const length = [...password].length;
  if (length === 0) return "Please choose a password.";
  if (length < PASSWORD_LENGTH.least) {
    return `A password needs at least ${PASSWORD_LENGTH.least} characters.`;
  }
  if (length > PASSWORD_LENGTH.most) {
    return `A password has at most ${PASSWORD_LENGTH.most} characters.`;
  }
  return null;
}

/**
 * What is wrong with a new password: its length, that it is among the commonest ones, or that it
 * repeats the person's name. NIST wants no rules about kinds of characters.
 *
 * @returns a sentence for the person, or null if the password is fine
 */
export async function passwordProblem(
  password: string,
  { username, email }: PasswordContext,
): Promise<string | null> {
  const problem = lengthProblem(password);
  if (problem !== null) return problem;
  const small = password.toLowerCase();
  if (small === username.toLowerCase() || (email !== null && isOfEmail(small, email))) {
    return "The password must differ from your username and e-mail.";
  }
  if ((await commonPasswords()).has(small)) {
    return "This password is among the first that anybody tries. Please choose another.";
  }
  return null;
}

function isOfEmail(password: string, email: string): boolean {
  const small = email.toLowerCase();
  return password === small || password === small.slice(0, small.lastIndexOf("@"));
}

let common: Promise<ReadonlySet<string>> | undefined;

/** About 49,000 passwords from real leaks, in small letters; unpacked at the first use. */
function commonPasswords(): Promise<ReadonlySet<string>> {
  common ??= import("@zxcvbn-ts/language-common").then(
    ({ dictionary }) =>
      new Set(dictionary["passwords-common"].map((password) => password.toLowerCase())),
  );
  return common;
}

/** The Argon2id hash of a password, salted, in PHC form. Takes about 30 ms on a core. */
export function hashPassword(password: string): Promise<string> {
  return hash(sameBytes(password), ARGON2ID);
}

/**
 * Whether a password has this hash. Without a hash (no such person, or a name that came with an
 * import) it takes as long, so that the time tells nobody which names exist.
 */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  // Asked for in any case, or the first unknown name would take the time of making it too.
  const nobodys = await dummyHash();
  const matches = await verify(stored ?? nobodys, sameBytes(password));
  return matches && stored !== null;
}

let dummy: Promise<string> | undefined;

function dummyHash(): Promise<string> {
  dummy ??= hashPassword("nobody has this password");
  return dummy;
}

/** One password typed on two systems may differ in code points: NFKC, as NIST advises. */
function sameBytes(password: string): string {
  return password.normalize("NFKC");
}
