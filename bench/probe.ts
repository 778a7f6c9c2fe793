// One request after another over one connection: what each costs, when nothing else is going on.
import http from "node:http";
import { exchange } from "@/bench/exchange";
import type { Headers } from "@/bench/load";
import { timeOf, timeOfFamily } from "@/bench/processor";
import { median } from "@/bench/statistics";
import { Problem } from "@/scripts/say";

export interface Probe {
  /** Milliseconds from the request to the first byte of the page. */
  firstByte: number;
  /** Processor milliseconds per request. */
  server: number;
  database: number;
}

export interface Page {
  /** Milliseconds to the first byte, and to the last. */
  firstByte: number;
  lastByte: number;
  bytes: Buffer;
}

/** Fewer requests than this say nothing about one. */
const LEAST = 4;

/** Asks for a page over and over, for that many seconds. */
export async function probe(
  url: string,
  headers: Headers,
  { seconds, server, database }: { seconds: number; server: number; database: number },
): Promise<Probe> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const [serverBefore, databaseBefore] = [timeOf(server), timeOfFamily(database)];
  const firstBytes: number[] = [];
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end || firstBytes.length < LEAST) {
    firstBytes.push((await fetchPage(url, headers, agent)).firstByte);
  }
  agent.destroy();
  return {
    firstByte: median(firstBytes),
    server: (timeOf(server) - serverBefore) / firstBytes.length,
    database: (timeOfFamily(database) - databaseBefore) / firstBytes.length,
  };
}

/** One page, its bytes as they were sent. */
export async function fetchPage(url: string, headers: Headers, agent?: http.Agent): Promise<Page> {
  const { status, body, firstByte, lastByte } = await exchange(url, { headers, agent });
  if (status !== 200) throw new Problem(`${url} answers with status ${status}.`);
  return { firstByte, lastByte, bytes: body };
}
