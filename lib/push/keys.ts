import { createECDH, ECDH } from "node:crypto";

/** The curve of all keys of Web Push: RFC 8291, §3.1, and RFC 8292, §3.2. */
const CURVE = "prime256v1";

/** The bytes that a base64url text stands for, if they are so many and it has no other signs. */
function bytesOf(text: string, length: number): Buffer | null {
  if (!/^[\w-]+$/.test(text)) return null;
  const bytes = Buffer.from(text, "base64url");
  return bytes.length === length ? bytes : null;
}

/** Whether a text is a public key: an uncompressed point that lies on the curve, as base64url. */
export function isPublicKey(text: string): boolean {
  const bytes = bytesOf(text, 65);
  if (bytes?.[0] !== 4) return false;
  try {
    ECDH.convertKey(bytes, CURVE);
    return true;
  } catch {
    return false;
  }
}

/** Whether a text is what a browser shares with who writes to it (RFC 8291, §3.2). */
export function isSharedSecret(text: string): boolean {
  return bytesOf(text, 16) !== null;
}

/** Whether a private key is one, and the public key belongs to it. */
export function isKeyPair(publicKey: string, privateKey: string): boolean {
  const bytes = bytesOf(privateKey, 32);
  if (bytes === null) return false;
  try {
    const pair = createECDH(CURVE);
    pair.setPrivateKey(bytes);
    return pair.getPublicKey("base64url") === publicKey;
  } catch {
    return false;
  }
}

const AS_PRINTED = "Set both keys as one run of `npm run push-keys` prints them, or none.";

/** What is wrong with the keys that an operator set, as a sentence; null where nothing is. */
export function keysProblem(publicKey: string, privateKey: string): string | null {
  if (publicKey === "" && privateKey === "") return null;
  const wrong = (what: string) => `REJOINDER_PUSH_${what} ${AS_PRINTED}`;
  if (publicKey === "") return wrong("PUBLIC_KEY is not set.");
  if (privateKey === "") return wrong("PRIVATE_KEY is not set.");
  if (!isPublicKey(publicKey)) return wrong("PUBLIC_KEY is no public key.");
  if (!isKeyPair(publicKey, privateKey))
    return wrong("PRIVATE_KEY does not belong to the public key.");
  return null;
}

/** A pair of keys by which push services know who writes (VAPID, RFC 8292). */
export function newKeyPair(): { publicKey: string; privateKey: string } {
  const pair = createECDH(CURVE);
  pair.generateKeys();
  const privateKey = pair.getPrivateKey();
  // Leading zeros are left out of it.
  const full = Buffer.concat([Buffer.alloc(32 - privateKey.length), privateKey]);
  return { publicKey: pair.getPublicKey("base64url"), privateKey: full.toString("base64url") };
}
