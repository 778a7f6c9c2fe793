// GET /healthz: whether the forum can work, for whoever watches over it.
import type { ServerResponse } from "node:http";
import pg from "pg";

const TIMEOUT = 3_000;

/** Answers by asking the database the simplest question there is, over a connection of its own. */
export function healthCheck(url: string): (response: ServerResponse) => Promise<void> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    connectionTimeoutMillis: TIMEOUT,
    query_timeout: TIMEOUT,
    allowExitOnIdle: true,
  });
  pool.on("error", () => {});
  return async (response) => {
    const [status, text] = await pool.query("SELECT 1").then(
      () => [200, "ok"] as const,
      () => [503, "The database does not answer."] as const,
    );
    response.writeHead(status, {
      "Content-Type": "text/plain; charset=utf-8",
      "Cache-Control": "no-store",
    });
    response.end(text);
  };
}
