// The sockets on which the forum is reached.
import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { ALWAYS } from "@/server/headers";

/** Time for a client to send its headers, and its whole request: who is slower holds up others. */
const HEADERS_TIMEOUT = 20_000;
const REQUEST_TIMEOUT = 60_000;

/** Requests under way are given this long when the server stops. */
const DRAIN_TIMEOUT = 8_000;

/** Takes over a connection that is to become a WebSocket. */
export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

export interface Listening {
  port: number;
  /** Takes no more connections and resolves when the last request is answered or out of time. */
  close(): Promise<void>;
  /** Cuts off what is still under way. */
  cut(): void;
}

/**
 * Listens on one host, or on the loopback addresses of both IP versions.
 *
 * @param port 0 for any that is free
 * @param upgrade takes over connections that become WebSockets; without it none may
 */
export async function listen(
  listener: RequestListener,
  port: number,
  host: string | undefined,
  upgrade?: Upgrade,
): Promise<Listening> {
  const first = await open(listener, port, host ?? "127.0.0.1");
  const servers = [first];
  const chosen = (first.address() as AddressInfo).port;
  if (host === undefined) {
    // Without IPv6, or with this port taken there, IPv4 has to do.
    await open(listener, chosen, "::1")
      .then((server) => servers.push(server))
      .catch(() => {});
  }
  // Connections that became WebSockets no longer count as HTTP, yet keep a server from closing.
  const upgraded = new Set<Duplex>();
  if (upgrade !== undefined) {
    for (const server of servers) {
      server.on("upgrade", (request, socket, head) => {
        upgraded.add(socket);
        socket.on("close", () => upgraded.delete(socket));
        upgrade(request, socket, head);
      });
    }
  }
  const cut = () => {
    for (const server of servers) server.closeAllConnections();
    for (const socket of upgraded) socket.destroy();
  };
  return {
    port: chosen,
    cut,
    close: async () => {
      const timer = setTimeout(cut, DRAIN_TIMEOUT);
      for (const socket of upgraded) socket.destroy();
      const late = new Promise((resolve) => setTimeout(resolve, DRAIN_TIMEOUT + 1_000));
      await Promise.race([Promise.all(servers.map(closing)), late]);
      clearTimeout(timer);
    },
  };
}

function open(listener: RequestListener, port: number, host: string): Promise<Server> {
  const server = createServer(
    {
      headersTimeout: HEADERS_TIMEOUT,
      requestTimeout: REQUEST_TIMEOUT,
      connectionsCheckingInterval: 5_000,
      // Longer than proxies keep theirs, so that none sends into a connection that just closed.
      keepAliveTimeout: 65_000,
      maxHeaderSize: 16_384,
      // Refused in refusals.ts, with our headers.
      requireHostHeader: false,
    },
    listener,
  );
  server.maxHeadersCount = 100;
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable || error.code === "ECONNRESET") return socket.destroy();
    const status =
      error.code === "ERR_HTTP_REQUEST_TIMEOUT"
        ? "408 Request Timeout"
        : error.code === "HPE_HEADER_OVERFLOW"
          ? "431 Request Header Fields Too Large"
          : "400 Bad Request";
    const headers = Object.entries({ ...ALWAYS, Connection: "close", "Content-Length": "0" });
    const lines = headers.map(([name, value]) => `${name}: ${value}`);
    socket.end(`HTTP/1.1 ${status}\r\n${lines.join("\r\n")}\r\n\r\n`);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host }, () => resolve(server));
  });
}

function closing(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
