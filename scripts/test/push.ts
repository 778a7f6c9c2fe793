// People with devices that are told what is new, for tests on a real database.
import { randomBytes } from "node:crypto";
import { hashToken } from "@/lib/accounts/token";
import { db } from "@/lib/db/client";
import type { Member } from "@/lib/policy/viewer";
import { addDevice } from "@/lib/push/devices.commands";
import { newKeyPair } from "@/lib/push/keys";
import { succeeded } from "@/scripts/test/debate";
import { doDueJobs } from "@/scripts/test/jobs";
import type { TestBrowser } from "@/scripts/test/push-service";

/** The forum's keys in tests: whoever imports this has a forum that pushes. */
export const forumKeys = newKeyPair();

/** Says so to the environment, before anything of lib asks it. */
export function pushTo(origin: string): void {
  process.env.REJOINDER_PUSH_PUBLIC_KEY = forumKeys.publicKey;
  process.env.REJOINDER_PUSH_PRIVATE_KEY = forumKeys.privateKey;
  process.env.REJOINDER_PUSH_SERVICES = origin;
  process.env.REJOINDER_ORIGIN = "https://forum.example.org";
}

/** A browser in which somebody is signed in. */
export async function signedIn({ id }: Member): Promise<{ sessionId: number; token: string }> {
  const token = randomBytes(16).toString("hex");
  const expires = new Date(Date.now() + 3_600_000);
  const data = { userId: id, tokenHash: hashToken(token), expires };
  return { sessionId: (await db().session.create({ data })).id, token };
}

/** The same, told what is new. */
export async function withDevice(
  member: Member,
  { endpoint, publicKey, secret }: TestBrowser,
): Promise<{ sessionId: number; token: string }> {
  const session = await signedIn(member);
  const device = { endpoint, publicKey, secret, forumKey: forumKeys.publicKey };
  succeeded(await addDevice(member, session.sessionId, device));
  return session;
}

/** As time does: what waits is due now, and claims have run out. */
export async function laterForPushes(): Promise<void> {
  await db()
    .$executeRaw`UPDATE pushes SET retry_at = NULL, claimed_until = NULL WHERE done_at IS NULL`;
  await db().$executeRaw`
    UPDATE graphile_worker._private_jobs SET run_at = now() WHERE run_at > now()`;
}

/** Everything is done that waits, also what waits for a while; what fails is tried once. */
export async function pushAll(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) {
    await doDueJobs();
    await laterForPushes();
  }
  await doDueJobs();
}
