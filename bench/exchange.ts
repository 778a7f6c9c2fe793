// One request and its answer, as a browser would send it.
import http from "node:http";

export interface Exchange {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
  /** Milliseconds from the request to the first byte of the answer's body, and to the last. */
  firstByte: number;
  lastByte: number;
}

export interface Sent {
  method?: "GET" | "POST";
  headers?: Record<string, string>;
  body?: string;
  /** Keeps connections; one request, one connection without it. */
  agent?: http.Agent;
}

/** Sends a request and reads the whole answer, whatever its status; a broken connection rejects. */
export function exchange(url: string, { body, ...options }: Sent = {}): Promise<Exchange> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const request = http.request(url, options, (response) => {
      const chunks: Buffer[] = [];
      let firstByte = 0;
      response.on("data", (chunk: Buffer) => {
        firstByte ||= performance.now() - began;
        chunks.push(chunk);
      });
      response.on("error", reject);
      response.on("end", () =>
        resolve({
          ...{ status: response.statusCode ?? 0, headers: response.headers },
          ...{ body: Buffer.concat(chunks), firstByte, lastByte: performance.now() - began },
        }),
      );
    });
    request.on("error", reject);
    request.end(body);
  });
}
