import pg from "pg";
import { env } from "@/lib/env";

// See client.ts for why it is kept on globalThis.
const shared = globalThis as { rejoinderPool?: pg.Pool; rejoinderWritingPool?: pg.Pool };

/**
 * Connections for the few statements that every request makes (who is looking, rate limits): plain
 * `pg` takes a sixth of the time of Prisma there. Everything else goes through Prisma, but votes.
 */
export function pool(): pg.Pool {
  shared.rejoinderPool ??= open();
  return shared.rejoinderPool;
}

/** A connection inside a transaction. */
export type PlainTransaction = Pick<pg.PoolClient, "query">;

/** As those of lib/db/client.ts, milliseconds. */
const WRITING_LIMITS = { connectionTimeoutMillis: 15_000, statement_timeout: 30_000 };

/**
 * Runs `work` in one transaction on a plain connection: all of it happens, or nothing. For what is
 * written most often and in few statements, of which Prisma makes seven times the work. These
 * connections are others than pool()'s: who waits for a lock keeps nobody from being recognised.
 */
export async function inPlainTransaction<Value>(
  work: (tx: PlainTransaction) => Promise<Value>,
): Promise<Value> {
  shared.rejoinderWritingPool ??= open(WRITING_LIMITS);
  const client = await shared.rejoinderWritingPool.connect();
  let broken: Error | undefined;
  try {
    await client.query("BEGIN");
    const value = await work(client);
    await client.query("COMMIT");
    return value;
  } catch (error) {
    await client.query("ROLLBACK").catch((failed) => {
      broken = failed;
    });
    throw error;
  } finally {
    // A connection on which not even that succeeded is not used again.
    client.release(broken);
  }
}

/** Ends the connections; later uses open new ones. For tests and scripts that want to exit. */
export async function closePool(): Promise<void> {
  const opened = [shared.rejoinderPool, shared.rejoinderWritingPool];
  shared.rejoinderPool = undefined;
  shared.rejoinderWritingPool = undefined;
  await Promise.all(opened.map((each) => each?.end()));
}

/** More than a handful are never busy at once with statements this short. */
const MOST_CONNECTIONS = 4;

function open(limits: pg.PoolConfig = {}): pg.Pool {
  const opened = new pg.Pool({
    ...limits,
    connectionString: env().DATABASE_URL,
    max: Math.min(MOST_CONNECTIONS, env().REJOINDER_DATABASE_POOL),
    allowExitOnIdle: true,
  });
  // An idle connection that the server ends (a restart) is replaced at the next use; without a
  // listener it would end the process.
  opened.on("error", () => undefined);
  return opened;
}
