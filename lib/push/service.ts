import webPush from "web-push";
import type { PushSettings } from "@/lib/push/operator";
import { waitAsked } from "@/lib/push/retry";
import { endpointAt } from "@/lib/push/services";

/** A browser, as its push service and it itself know it. */
export interface Addressee {
  endpoint: string;
  publicKey: string;
  secret: string;
}

export interface Message {
  text: string;
  /** One that still waits at the service gives way to a later one of the same topic (RFC 8030, §5.4). */
  topic: string;
  urgency: "normal" | "low";
  /** For how long the service keeps it for a device that is away, in milliseconds. */
  life: number;
}

/**
 * What came of it. `gone`: there is no such browser any more. `later`: to be tried again, no sooner than
 * after so many milliseconds, if the service said. `refused`: for good.
 */
export type Outcome =
  | { is: "taken" }
  | { is: "gone" }
  | { is: "later"; problem: string; asked: number | null }
  | { is: "refused"; problem: string };

/** How long a push service may take for all of it, in milliseconds. */
const PATIENCE = 10_000;

/** So much of an answer is read, in bytes: a sentence of what is wrong. */
const READ_AT_MOST = 500;

/**
 * Hands a message to a browser's push service: encrypted for that browser (RFC 8291), signed by the
 * forum's key (RFC 8292). Only known services are called, and wherever they point to is not.
 */
export async function handOver(
  set: PushSettings,
  to: Addressee,
  message: Message,
  patience = PATIENCE,
): Promise<Outcome> {
  if (endpointAt(to.endpoint, set.services) === null)
    return { is: "refused", problem: "The forum does not call its push service." };
  let response: Response;
  let said: string;
  try {
    const { endpoint, headers, body } = sealed(set, to, message);
    response = await fetch(endpoint, {
      ...{ method: "POST", headers, body, redirect: "manual" },
      signal: AbortSignal.timeout(patience),
    });
    said = await beginningOf(response);
  } catch (error) {
    return { is: "later", problem: inWords(error), asked: null };
  }
  const { status } = response;
  if (response.ok) return { is: "taken" };
  if (status === 404 || status === 410) return { is: "gone" };
  const problem = `The push service answered ${status}. ${said}`.trim();
  if (status !== 429 && status < 500) return { is: "refused", problem };
  return {
    is: "later",
    problem,
    asked: waitAsked(response.headers.get("retry-after"), new Date()),
  };
}

function sealed(set: PushSettings, to: Addressee, { text, topic, urgency, life }: Message) {
  const { headers, body, endpoint } = webPush.generateRequestDetails(
    { endpoint: to.endpoint, keys: { p256dh: to.publicKey, auth: to.secret } },
    text,
    {
      ...{ topic, urgency, contentEncoding: "aes128gcm", TTL: Math.ceil(life / 1_000) },
      vapidDetails: {
        ...{ subject: set.contact, publicKey: set.publicKey, privateKey: set.privateKey },
      },
    },
  );
  // fetch counts the body itself.
  const { "Content-Length": _, ...rest } = headers as Record<string, string | number>;
  const all = Object.entries(rest).map(([name, value]): [string, string] => [name, String(value)]);
  return { endpoint, headers: all, body: new Uint8Array(body ?? []) };
}

async function beginningOf({ body }: Response): Promise<string> {
  if (body === null) return "";
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  while (size < READ_AT_MOST) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    size += value.length;
  }
  await reader.cancel();
  const read = Buffer.concat(chunks).subarray(0, READ_AT_MOST).toString();
  return read.replace(/[\s\p{Cc}]+/gu, " ").trim();
}

function inWords(error: unknown): string {
  const { message, cause, name } = error as Error & { cause?: { message?: string; code?: string } };
  if (name === "TimeoutError") return "The push service took too long.";
  const why = cause?.code ?? cause?.message;
  return `${message}${why === undefined ? "" : ` (${why})`}`.replace(/\s+/g, " ").slice(0, 300);
}
