// Readers with an open stream each, on plain sockets: they cost the machine little beside the server.
import { connect, type Socket } from "node:net";

export interface Reader {
  cookie: string | undefined;
  /** Called with the milliseconds since 1970 for each event about the thread. */
  onEvent: (at: number) => void;
  isOpen(): boolean;
  close(): void;
}

/** Opens a stream. Resolves when its first lines have come. */
export function openReader(url: string, path: string, token: string | undefined): Promise<Reader> {
  const { hostname, port, host } = new URL(url);
  const cookie = token === undefined ? undefined : `authjs.session-token=${token}`;
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(Number(port), hostname);
    const reader: Reader = {
      ...{ cookie, onEvent: () => {}, close: () => socket.destroy() },
      isOpen: () => !socket.destroyed && socket.readable,
    };
    let begun = false;
    socket.on("error", reject);
    socket.on("data", (chunk) => {
      const text = chunk.toString("latin1");
      if (!begun) {
        if (!text.startsWith("HTTP/1.1 200")) return reject(new Error(text.slice(0, 40)));
        begun = true;
        resolve(reader);
      }
      if (text.includes("event: thread")) reader.onEvent(Date.now());
    });
    const session = cookie === undefined ? "" : `Cookie: ${cookie}\r\n`;
    socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\n${session}\r\n`);
  });
}

/** Opens many, some at a time. */
export async function openReaders(
  url: string,
  path: string,
  tokens: readonly (string | undefined)[],
): Promise<Reader[]> {
  const readers: Reader[] = [];
  const AT_ONCE = 20;
  for (let start = 0; start < tokens.length; start += AT_ONCE) {
    const some = tokens.slice(start, start + AT_ONCE);
    readers.push(...(await Promise.all(some.map((token) => openReader(url, path, token)))));
  }
  return readers;
}
