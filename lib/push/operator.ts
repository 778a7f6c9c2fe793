import { env } from "@/lib/env";

/** What the operator set for Web Push. */
export interface PushSettings {
  publicKey: string;
  privateKey: string;
  /** Where a push service finds who runs the forum: a mailto or https address (RFC 8292, §2.1). */
  contact: string;
  /** Origins of push services beside the known ones. */
  services: readonly string[];
}

/** The settings of Web Push; null where the operator set no keys, and nothing is pushed. */
export function pushSettings(): PushSettings | null {
  const set = env();
  if (set.REJOINDER_PUSH_PUBLIC_KEY === "") return null;
  return {
    publicKey: set.REJOINDER_PUSH_PUBLIC_KEY,
    privateKey: set.REJOINDER_PUSH_PRIVATE_KEY,
    contact: set.REJOINDER_PUSH_CONTACT || ownContact(set.REJOINDER_ORIGIN),
    services: set.REJOINDER_PUSH_SERVICES,
  };
}

function ownContact(origin: string): string {
  if (origin.startsWith("https://")) return origin;
  return `mailto:forum@${origin === "" ? "localhost" : new URL(origin).hostname}`;
}
