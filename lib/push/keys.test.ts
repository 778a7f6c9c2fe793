import { expect, test } from "vitest";
import { isKeyPair, isPublicKey, isSharedSecret, newKeyPair } from "@/lib/push/keys";

test("a pair that is made is one, and no other private key belongs to it", () => {
  for (let turn = 0; turn < 50; turn += 1) {
    const { publicKey, privateKey } = newKeyPair();
    expect([publicKey.length, privateKey.length]).toEqual([87, 43]);
    expect(isPublicKey(publicKey) && isKeyPair(publicKey, privateKey)).toBe(true);
    expect(isKeyPair(publicKey, newKeyPair().privateKey)).toBe(false);
  }
});

test("what is no point of the curve, or no base64url of the right length, is no key", () => {
  const { publicKey, privateKey } = newKeyPair();
  const bytes = Buffer.from(publicKey, "base64url");
  const with64 = (byte: number) =>
    Buffer.concat([bytes.subarray(0, 64), Buffer.of(byte)]).toString("base64url");
  const off = with64((bytes[64] ?? 0) ^ 1);
  for (const text of [
    "",
    "x",
    off,
    privateKey,
    `${publicKey}=`,
    publicKey.slice(0, -2),
    `${publicKey} `,
  ])
    expect(isPublicKey(text), text).toBe(false);
  for (const text of ["", publicKey, `${privateKey}!`, Buffer.alloc(32).toString("base64url")])
    expect(isKeyPair(publicKey, text), text).toBe(false);
  expect(isSharedSecret(Buffer.alloc(16).toString("base64url"))).toBe(true);
  for (const text of ["", "x", Buffer.alloc(15).toString("base64url"), "../../../../../../../.."])
    expect(isSharedSecret(text), text).toBe(false);
});
