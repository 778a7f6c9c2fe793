import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { newKeyPair } from "@/lib/push/keys";

const given = { ...process.env };

beforeEach(() => vi.resetModules());
afterEach(() => {
  process.env = { ...given };
});

/** The environment as a forum finds it that is started with these settings. */
async function withSettings(settings: Record<string, string>) {
  Object.assign(process.env, { DATABASE_URL: "postgres://localhost/none" }, settings);
  return (await import("@/lib/env")).env();
}

const { publicKey, privateKey } = newKeyPair();
const both = { REJOINDER_PUSH_PUBLIC_KEY: publicKey, REJOINDER_PUSH_PRIVATE_KEY: privateKey };

test("without keys nothing is pushed, and with both something is", async () => {
  expect((await withSettings({})).REJOINDER_PUSH_PUBLIC_KEY).toBe("");
  vi.resetModules();
  expect(await withSettings(both)).toMatchObject(both);
});

const WRONG: Record<string, Record<string, string>> = {
  "the public key alone": { REJOINDER_PUSH_PUBLIC_KEY: publicKey },
  "the private key alone": { REJOINDER_PUSH_PRIVATE_KEY: privateKey },
  "keys of two pairs": { ...both, REJOINDER_PUSH_PRIVATE_KEY: newKeyPair().privateKey },
  "keys in each other's place": {
    ...{ REJOINDER_PUSH_PUBLIC_KEY: privateKey, REJOINDER_PUSH_PRIVATE_KEY: publicKey },
  },
  "a key that was cut": { ...both, REJOINDER_PUSH_PUBLIC_KEY: publicKey.slice(1) },
  "a contact that is none": { ...both, REJOINDER_PUSH_CONTACT: "admin" },
  "a push service that is no address": { ...both, REJOINDER_PUSH_SERVICES: "push.example.org" },
};

for (const [what, settings] of Object.entries(WRONG)) {
  test(`${what} is refused, with a sentence that names the setting`, async () => {
    await expect(withSettings(settings)).rejects.toThrow(/^REJOINDER_PUSH_\w+: \S.*\.$/);
  });
}

test("push services are origins, however they are separated", async () => {
  const REJOINDER_PUSH_SERVICES = " https://push.example.org/x, http://127.0.0.1:81 ";
  const { REJOINDER_PUSH_SERVICES: origins } = await withSettings({ REJOINDER_PUSH_SERVICES });
  expect(origins).toEqual(["https://push.example.org", "http://127.0.0.1:81"]);
});
