import pg from "pg";
import { env } from "@/lib/env";

// See client.ts for why it is kept on globalThis.
const shared = globalThis as {
  rejoinderPool?: pg.Pool;
  rejoinderReadingPool?: pg.Pool;
  rejoinderWritingPool?: pg.Pool;
  rejoinderSearchingPool?: pg.Pool;
};

/**
 * Connections for the few statements that every request makes (who is looking, rate limits): plain
 * `pg` takes a sixth of the time of Prisma there. Everything else goes through Prisma, but what
 * is written most (lib/db/plain.ts).
 */
export function pool(): pg.Pool {
  shared.rejoinderPool ??= open();
  return shared.rejoinderPool;
}

/** Connections for what is longer (lib/db/rows.ts), so that nobody waits for it to be recognised. */
export function readingPool(): pg.Pool {
  shared.rejoinderReadingPool ??= open();
  return shared.rejoinderReadingPool;
}

/** As those of lib/db/client.ts, milliseconds. */
const WRITING_LIMITS = { connectionTimeoutMillis: 15_000, statement_timeout: 30_000 };

/**
 * Connections for plain transactions (lib/db/plain.ts): others than pool()'s, so that who waits for a
 * lock keeps nobody from being recognised.
 */
export function writingPool(): pg.Pool {
  shared.rejoinderWritingPool ??= open(WRITING_LIMITS);
  return shared.rejoinderWritingPool;
}

/** A search may wait and take so long; what takes longer is given up (milliseconds). */
const SEARCHING_LIMITS: pg.PoolConfig = {
  connectionTimeoutMillis: 5_000,
  statement_timeout: 2_500,
  max: 2,
  // One search is one processor's work, whatever else is asked for meanwhile.
  onConnect: async (client) => {
    await client.query("SET max_parallel_workers_per_gather = 0");
  },
};

/**
 * Connections for searches: few, so that many heavy ones at once wait for each other and not the pages
 * for them.
 */
export function searchingPool(): pg.Pool {
  shared.rejoinderSearchingPool ??= open(SEARCHING_LIMITS);
  return shared.rejoinderSearchingPool;
}

/** Ends the connections; later uses open new ones. For tests and scripts that want to exit. */
export async function closePool(): Promise<void> {
  const opened = [
    ...[shared.rejoinderPool, shared.rejoinderReadingPool, shared.rejoinderWritingPool],
    shared.rejoinderSearchingPool,
  ];
  shared.rejoinderPool = undefined;
  shared.rejoinderReadingPool = undefined;
  shared.rejoinderWritingPool = undefined;
  shared.rejoinderSearchingPool = undefined;
  await Promise.all(opened.map((each) => each?.end()));
}

/** Of each kind: more than a handful are never busy at once with statements this short. */
const MOST_CONNECTIONS = 4;

function open(limits: pg.PoolConfig = {}): pg.Pool {
  const opened = new pg.Pool({
    ...limits,
    connectionString: env().DATABASE_URL,
    max: Math.min(limits.max ?? MOST_CONNECTIONS, env().REJOINDER_DATABASE_POOL),
    allowExitOnIdle: true,
  });
  // An idle connection that the server ends (a restart) is replaced at the next use; without a
  // listener it would end the process.
  opened.on("error", () => undefined);
  return opened;
}

/**
 * A pool for a library that holds connections of its own: one that the server ends is no uncaught error.
 *
 * @param max how many connections
 */
export function poolFor(url: string, max: number): pg.Pool {
  const opened = new pg.Pool({ connectionString: url, max });
  opened.on("error", () => undefined);
  opened.on("connect", (client) => client.on("error", () => undefined));
  return opened;
}
