// A push service for tests, on a port of its own: it checks who sends and opens what it takes, as service
// and browser in one, and does what a test tells it to.
import { createECDH, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type PushPayload, payloadSchema } from "@/lib/push/payload";
import { type BrowserKeys, openMessage, type Sender, senderOf } from "@/scripts/test/push-message";

/**
 * `take`: as it should. `gone`: there is no such browser. `busy`: not now, and when. `broken`: not now.
 * `refuse`: never. `cut`: the connection ends before an answer. `cut after`: the same, having taken it.
 * `silent`: it never answers. `endless`: it answers without an end. `elsewhere`: it sends away.
 */
export type PushMood =
  | "take"
  | "gone"
  | "busy"
  | "broken"
  | "refuse"
  | "cut"
  | "cut after"
  | "silent"
  | "endless"
  | "elsewhere";

export interface TakenPush {
  /** The last part of the browser's endpoint. */
  browser: string;
  payload: PushPayload;
  sender: Sender;
  topic: string | undefined;
  urgency: string | undefined;
  /** Seconds. */
  life: number;
}

/** A browser as it makes itself known to the forum. */
export interface TestBrowser {
  name: string;
  endpoint: string;
  publicKey: string;
  secret: string;
}

export class TestPushService {
  mood: PushMood = "take";
  /** What a busy one asks for: `Retry-After`. */
  retryAfter = "120";
  /** Before each answer, in milliseconds. */
  delay = 0;
  readonly taken: TakenPush[] = [];
  tries = 0;
  /** Requests at the same moment, at most. */
  most = 0;
  /** What a sender did wrong. */
  readonly wrong: string[] = [];

  private readonly browsers = new Map<string, BrowserKeys>();
  private server: Server | undefined;
  private port = 0;
  private present = 0;

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** @param port any, if it is left out; started again, the one that it had */
  async start(port = this.port): Promise<string> {
    this.server = createServer((request, response) => void this.answer(request, response));
    await new Promise<void>((resolve) => this.server?.listen(port, "127.0.0.1", resolve));
    this.port = (this.server.address() as AddressInfo).port;
    return this.origin;
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  clear(): void {
    Object.assign(this, { mood: "take", delay: 0, tries: 0, most: 0 });
    this.taken.length = 0;
    this.wrong.length = 0;
  }

  /** A new browser that takes messages here. */
  browser(): TestBrowser {
    // Of no other service that tests run beside this one or ran before it.
    const name = `browser-${randomBytes(8).toString("hex")}`;
    const pair = createECDH("prime256v1");
    const publicKey = pair.generateKeys();
    const secret = randomBytes(16);
    this.browsers.set(name, { privateKey: pair.getPrivateKey(), publicKey, secret });
    return {
      name,
      endpoint: `${this.origin}/push/${name}`,
      publicKey: publicKey.toString("base64url"),
      secret: secret.toString("base64url"),
    };
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.tries += 1;
    this.present += 1;
    this.most = Math.max(this.most, this.present);
    response.on("close", () => {
      this.present -= 1;
    });
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (this.delay > 0) await new Promise((resolve) => setTimeout(resolve, this.delay));
    const { mood } = this;
    if (mood === "silent") return;
    if (mood === "cut") return void request.socket.destroy();
    if (mood === "gone") return end(response, 410, "There is no such subscription.");
    if (mood === "broken") return end(response, 503, "");
    if (mood === "refuse") return end(response, 400, "No such thing.");
    if (mood === "elsewhere")
      return end(response, 307, "", { location: `${this.origin}/push/else` });
    if (mood === "busy") return end(response, 429, "", { "retry-after": this.retryAfter });
    if (mood === "endless") return endless(response);
    if (!this.take(request, Buffer.concat(chunks))) return end(response, 401, "");
    if (mood === "cut after") return void request.socket.destroy();
    end(response, 201, "", { location: `${this.origin}/message` });
  }

  private take(request: IncomingMessage, body: Buffer): boolean {
    const { headers, method, url } = request;
    const name = new URL(url ?? "", this.origin).pathname.split("/").pop() ?? "";
    const browser = this.browsers.get(name);
    try {
      if (browser === undefined || method !== "POST") throw new Error(`${method} ${url}`);
      if (headers["content-encoding"] !== "aes128gcm")
        throw new Error("Not encoded as it should be.");
      if (body.length > 4_096) throw new Error(`${body.length} bytes are too much.`);
      this.taken.push({
        browser: name,
        payload: payloadSchema.parse(JSON.parse(openMessage(body, browser))),
        sender: senderOf(headers.authorization ?? "", this.origin),
        topic: headers.topic as string | undefined,
        urgency: headers.urgency as string | undefined,
        life: Number(headers.ttl),
      });
      return true;
    } catch (error) {
      this.wrong.push((error as Error).message);
      return false;
    }
  }
}

function end(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, headers).end(text);
}

function endless(response: ServerResponse): void {
  response.writeHead(400);
  const more = () => {
    while (response.writable && response.write("x".repeat(10_000)));
  };
  response.on("drain", more);
  more();
}
