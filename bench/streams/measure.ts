// How long it takes until every open page knows, and what the open pages cost.
import { Agent } from "node:http";
import pg from "pg";
import { exchange } from "@/bench/exchange";
import { residentMegabytes } from "@/bench/mix/memory";
import { timeOf } from "@/bench/processor";
import type { RunningServer } from "@/bench/servers";
import type { StreamForum } from "@/bench/streams/forum";
import { openReaders, type Reader } from "@/bench/streams/readers";
import { Problem } from "@/scripts/say";

export interface StreamsMeasured {
  streams: number;
  members: number;
  /** Seconds until all were open. */
  opened: number;
  /** Of the web process, before the first stream and with all of them. */
  megabytes: { before: number; with: number };
  /** Milliseconds from the write's sending until a stream was told, of all streams and rounds. */
  delays: number[];
  /** The same until the last of each round. */
  last: number[];
  /** The processor's milliseconds of the web process for one announcement. */
  processor: number[];
  /** Seconds until all readers had the hidden post as it is now, asked for by all at once. */
  redrawn: number;
  /** Streams that were still open at the end. */
  held: number;
}

const SETTLE = 3_000;

/** @param rounds how many replies are hidden, one after the other */
export async function measureStreams(
  server: RunningServer,
  forum: StreamForum,
  { streams, rounds, databaseUrl }: { streams: number; rounds: number; databaseUrl: string },
): Promise<StreamsMeasured> {
  const page = await exchange(`${server.url}/t/${forum.thread}`);
  const since = /data-since="([^"]+)"/.exec(page.body.toString())?.[1];
  if (since === undefined) throw new Problem("The thread's page does not say where it stands.");
  const path = `/live?thread=${forum.thread}&since=${encodeURIComponent(since)}`;
  await pause();
  const before = residentMegabytes(server.pid);
  const start = Date.now();
  const half = Math.floor(streams / 2);
  const tokens = Array.from({ length: streams }, (_, index) =>
    index < half ? undefined : forum.tokens[(index - half) % forum.tokens.length],
  );
  const readers = await openReaders(server.url, path, tokens);
  const opened = (Date.now() - start) / 1000;
  await pause();
  const megabytes = { before, with: residentMegabytes(server.pid) };
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  const delays: number[] = [];
  const last: number[] = [];
  const processor: number[] = [];
  for (const id of forum.replies.slice(0, rounds)) {
    const spent = timeOf(server.pid);
    const told = await hide(database, readers, id, forum.actionId);
    await pause(300);
    processor.push(timeOf(server.pid) - spent);
    delays.push(...told);
    last.push(Math.max(...told));
  }
  await database.end();
  const asked = Date.now();
  const anew = `${server.url}/t/${forum.thread}/posts?ids=${forum.replies[0]}`;
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  await Promise.all(
    readers.map(({ cookie }) => exchange(anew, { agent, headers: cookie ? { cookie } : {} })),
  );
  agent.destroy();
  const redrawn = (Date.now() - asked) / 1000;
  const held = readers.filter((reader) => reader.isOpen()).length;
  for (const reader of readers) reader.close();
  const members = streams - half;
  return { streams, members, opened, megabytes, delays, last, processor, redrawn, held };
}

/** Hides a reply. @returns the delay of each stream */
async function hide(
  database: pg.Client,
  readers: readonly Reader[],
  id: number,
  actionId: number,
): Promise<number[]> {
  const awaited = readers.length;
  const delays: number[] = [];
  const start = Date.now();
  const all = new Promise<void>((resolve) => {
    for (const reader of readers) {
      reader.onEvent = (at) => {
        delays.push(at - start);
        if (delays.length === awaited) resolve();
      };
    }
  });
  await database.query("UPDATE posts SET hide_action_id = $2 WHERE id = $1", [id, actionId]);
  await Promise.race([all, pause(20_000)]);
  if (delays.length < awaited)
    throw new Problem(`Only ${delays.length} of ${awaited} streams were told within 20 s.`);
  return delays;
}

function pause(milliseconds = SETTLE): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
