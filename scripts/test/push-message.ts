// What a browser and its push service do with a message, by the standards and node:crypto alone: nothing
// here knows the library that makes them.
import { createDecipheriv, createECDH, createPublicKey, hkdfSync, verify } from "node:crypto";

/** The keys of a browser's subscription, the private one included. */
export interface BrowserKeys {
  privateKey: Buffer;
  publicKey: Buffer;
  secret: Buffer;
}

/** Opens a message as a browser does: RFC 8291, §3.4, and RFC 8188, §2. @throws where it is not for it */
export function openMessage(body: Buffer, browser: BrowserKeys): string {
  const salt = body.subarray(0, 16);
  const keyLength = body.readUInt8(20);
  const sender = body.subarray(21, 21 + keyLength);
  const sealed = body.subarray(21 + keyLength);
  const pair = createECDH("prime256v1");
  pair.setPrivateKey(browser.privateKey);
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), browser.publicKey, sender]);
  const key = derived(pair.computeSecret(sender), browser.secret, info, 32);
  const contentKey = derived(key, salt, Buffer.from("Content-Encoding: aes128gcm\0"), 16);
  const nonce = derived(key, salt, Buffer.from("Content-Encoding: nonce\0"), 12);
  const decipher = createDecipheriv("aes-128-gcm", contentKey, nonce);
  decipher.setAuthTag(sealed.subarray(-16));
  const opened = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  const end = opened.lastIndexOf(2);
  if (opened.subarray(end + 1).some((byte) => byte !== 0)) throw new Error("No end of the record.");
  return opened.subarray(0, end).toString();
}

function derived(key: Buffer, salt: Buffer, info: Buffer, length: number): Buffer {
  return Buffer.from(hkdfSync("sha256", key, salt, info, length));
}

/** What a sender says of itself: RFC 8292. */
export interface Sender {
  forumKey: string;
  contact: string;
}

/**
 * Checks who sent a message, as a push service does.
 *
 * @param audience the push service's own origin
 * @throws where it is not signed by who it says, for here and now
 */
export function senderOf(authorization: string, audience: string): Sender {
  const [, token = "", forumKey = ""] =
    /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(authorization) ?? [];
  const [head = "", claims = "", signature = ""] = token.split(".");
  const point = Buffer.from(forumKey, "base64url");
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) =>
    part.toString("base64url"),
  );
  const key = createPublicKey({ key: { kty: "EC", crv: "P-256", x, y }, format: "jwk" });
  const signed = verify(
    "sha256",
    Buffer.from(`${head}.${claims}`),
    { key, dsaEncoding: "ieee-p1363" },
    Buffer.from(signature, "base64url"),
  );
  const { aud, exp, sub } = JSON.parse(Buffer.from(claims, "base64url").toString());
  const left = exp - Date.now() / 1_000;
  if (!signed || aud !== audience || left < 0 || left > 24 * 3_600)
    throw new Error("Not signed for here and now.");
  return { forumKey, contact: sub };
}
