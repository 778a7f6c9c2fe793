import pg from "pg";

/**
 * Keeps the forum's admins as they are while a test counts on them ("shared", many at once), or
 * keeps such tests away while one empties the forum of admins to set it up ("alone").
 *
 * @returns lets go
 */
export async function holdAdmins(how: "shared" | "alone"): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const lock = how === "shared" ? "pg_advisory_lock_shared" : "pg_advisory_lock";
  await client.query(`SELECT ${lock}(hashtextextended('admins of the browser tests', 0))`);
  return () => client.end();
}
