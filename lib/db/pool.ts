import pg from "pg";
import { env } from "@/lib/env";

// See client.ts for why it is kept on globalThis.
const shared = globalThis as { rejoinderPool?: pg.Pool };

/**
 * Connections for the few statements that every request makes (who is looking, rate limits): plain
 * `pg` takes a sixth of the time of Prisma there. Everything else goes through Prisma.
 */
export function pool(): pg.Pool {
  shared.rejoinderPool ??= open();
  return shared.rejoinderPool;
}

/** Ends the connections; a later pool() opens new ones. For tests and scripts that want to exit. */
export async function closePool(): Promise<void> {
  const open = shared.rejoinderPool;
  shared.rejoinderPool = undefined;
  await open?.end();
}

/** More than a handful are never busy at once with statements this short. */
const MOST_CONNECTIONS = 4;

function open(): pg.Pool {
  const opened = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: Math.min(MOST_CONNECTIONS, env().REJOINDER_DATABASE_POOL),
    allowExitOnIdle: true,
  });
  // An idle connection that the server ends (a restart) is replaced at the next use; without a
  // listener it would end the process.
  opened.on("error", () => undefined);
  return opened;
}
