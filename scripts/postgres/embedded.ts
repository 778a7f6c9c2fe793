// The embedded PostgreSQL as its users see it: join it, use it, leave it. The first to come starts
// the server and the last to go stops it, so that an import can run beside the forum and either may
// end first. Who was killed does not count as a user any more.
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { isUsedByOthers, noteUse, withLock } from "@/scripts/lock.mjs";
import { makeCluster } from "@/scripts/postgres/cluster";
import { homeOf, programs } from "@/scripts/postgres/place";
import {
  findServer,
  logOf,
  logSince,
  logSize,
  startServer,
  stopServer,
  urlOf,
} from "@/scripts/postgres/server";
import { diskFull, isDiskFull } from "@/scripts/say";
import { processesWanted } from "@/server/processes";

export interface Embedded {
  /** The folder of its data. */
  home: string;
  port: number;
  /** The address of one of its databases. */
  url(database: string): string;
  /** Makes a database when there is none of that name. */
  make(database: string): Promise<void>;
  /** Ends our use of it, and the server with its last user. */
  leave(): Promise<void>;
  /** Calls back, once, if the server dies. @returns ends the watch */
  watch(died: (why: string) => void): () => void;
}

export interface EmbeddedOptions {
  /** False for tests: faster, and lost if the computer crashes. */
  lasting: boolean;
}

/** Settings of a server whose data need not survive a crash of the computer. */
const FLEETING = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

/** Joins the server of a data folder, which is made and started as needed. */
export async function joinEmbedded(data: string, { lasting }: EmbeddedOptions): Promise<Embedded> {
  const home = homeOf(data);
  const { initdb, control } = programs();
  const lock = path.join(data, "postgres.lock");
  const users = path.join(data, "postgres.users");
  const settings = [`max_connections=${connections()}`, ...(lasting ? [] : FLEETING)];

  const { port, forget } = await withLock(lock, async () => {
    const forget = noteUse(users);
    try {
      await makeCluster(home, initdb, lasting);
      const port = (await findServer(home)) ?? (await startServer(home, control, settings));
      return { port, forget };
    } catch (error) {
      forget();
      throw error;
    }
  });

  const url = (database: string) => urlOf(home, port, database);
  return {
    home,
    port,
    url,
    make: (database) => withLock(lock, () => makeDatabase(url("postgres"), database)),
    leave: () =>
      withLock(lock, async () => {
        forget();
        if (!isUsedByOthers(users)) await stopServer(home, control);
      }),
    watch: (died) => watch(url("postgres"), home, died),
  };
}

/** Beside those of its pool a web process has a few for what is short (lib/db/pool.ts, /healthz). */
const CONNECTIONS_BESIDE = 16;

/** Connections that the server accepts: enough for all web processes, an import and a test run. */
function connections(): number {
  const pool = Number(process.env.REJOINDER_DATABASE_POOL) || 10;
  const wanted = processesWanted(process.env.WEB_PROCESSES);
  const processes = typeof wanted === "number" ? wanted : 1;
  return Math.max(100, processes * (pool + CONNECTIONS_BESIDE) + 50);
}

async function makeDatabase(admin: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

/**
 * An idle connection tells at once when the server goes. If only one of its processes crashed, the
 * server restarts by itself, so there is some time to connect again.
 */
function watch(url: string, home: string, died: (why: string) => void): () => void {
  let ended = false;
  let client: pg.Client | undefined;
  const connect = async (deadline: number, before: number): Promise<void> => {
    while (!ended) {
      const candidate = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
      // Both events come when a connection breaks; the first one counts.
      let lost = () => {};
      candidate.on("error", () => lost());
      candidate.on("end", () => lost());
      try {
        await candidate.connect();
        client = candidate;
        lost = () => {
          lost = () => {};
          void connect(Date.now() + 15_000, logSize(home));
        };
        return;
      } catch {
        if (Date.now() > deadline) return died(whyDead(home, before));
        await sleep(250);
      }
    }
  };
  void connect(Date.now() + 15_000, logSize(home));
  return () => {
    ended = true;
    void client?.end().catch(() => {});
  };
}

function whyDead(home: string, before: number): string {
  // What it said last may stand a little before we noticed.
  if (isDiskFull(logSince(home, before - 2000))) return diskFull(home);
  return `The database stopped unexpectedly: its log is ${logOf(home)}.`;
}
