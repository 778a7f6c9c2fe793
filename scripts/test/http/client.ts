// A client that sends what it is told, byte for byte, and reads the whole answer.
import { Agent, type IncomingHttpHeaders, request } from "node:http";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { gunzipSync } from "node:zlib";

export interface Sending {
  method?: string;
  headers?: Record<string, string>;
  body?: Buffer | string;
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  /** Text, uncompressed. */
  body: string;
}

/** Connections are kept, as browsers and proxies keep theirs. */
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

const TIMEOUT = 60_000;

/** Sends one request and follows no redirect. Rejects if the connection breaks. */
export function send(
  url: string,
  path: string,
  { method = "GET", headers = {}, body }: Sending = {},
): Promise<Answer> {
  const { hostname, port } = new URL(url);
  const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const sent = request(
      { agent, hostname, port, path, method, timeout: TIMEOUT, headers: { ...length, ...headers } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => {
          const bytes = Buffer.concat(chunks);
          const zipped = response.headers["content-encoding"] === "gzip" && bytes.length > 0;
          const body = (zipped ? gunzipSync(bytes) : bytes).toString("utf8");
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
        });
      },
    );
    sent.on("timeout", () => sent.destroy(new Error(`${method} ${path} is not answered.`)));
    sent.on("error", reject);
    sent.end(body);
  });
}

/**
 * Asks for pages, all at once, and closes the connection so many milliseconds later, whatever came until then.
 *
 * @param asked such as "GET /"
 */
export async function askAndLeave(
  url: string,
  asked: readonly string[],
  after: number,
): Promise<void> {
  const { hostname, port, host } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => {});
  socket.write(asked.map((line) => `${line} HTTP/1.1\r\nHost: ${host}\r\n\r\n`).join(""));
  await sleep(after);
  socket.destroy();
}

export function closeConnections(): void {
  agent.destroy();
}
