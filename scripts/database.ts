// The forum's database: the embedded one, or the one DATABASE_URL names.
import pg from "pg";
import { dataFolder } from "@/scripts/folders";
import { joinEmbedded } from "@/scripts/postgres/embedded";
import { Problem } from "@/scripts/say";

/** The oldest PostgreSQL that is known to do everything the forum asks of it. */
const OLDEST_VERSION = 14;

export interface Database {
  url: string;
  embedded: boolean;
  /** One line for the terminal. */
  description: string;
  leave(): Promise<void>;
  /** Calls back if an embedded server dies. @returns ends the watch */
  watch(died: (why: string) => void): () => void;
}

/** Brings the database up. Fails with a sentence if it cannot be used. */
export async function openDatabase(): Promise<Database> {
  const given = process.env.DATABASE_URL;
  if (given) {
    const { host, database, version } = await examine(given);
    const description = `Database: ${database} on ${host}, PostgreSQL ${version}`;
    return {
      url: given,
      embedded: false,
      description,
      leave: async () => {},
      watch: () => () => {},
    };
  }
  const server = await joinEmbedded(dataFolder(), { lasting: true });
  await server.make("rejoinder");
  return {
    url: server.url("rejoinder"),
    embedded: true,
    description: `Database: PostgreSQL on port ${server.port}, data in ${server.home}`,
    leave: server.leave,
    watch: server.watch,
  };
}

/** Asks one question of a database over a connection of its own. */
export async function ask<Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}

async function examine(url: string): Promise<{ host: string; database: string; version: number }> {
  const { host, database } = partsOf(url);
  let number: number;
  try {
    const rows = await ask<{ version: string }>(
      url,
      "SELECT current_setting('server_version_num') AS version",
    );
    number = Number(rows[0]?.version);
  } catch (error) {
    throw new Problem(refusal(error as NodeJS.ErrnoException, host, database));
  }
  const version = Math.floor(number / 10_000);
  if (version < OLDEST_VERSION) {
    throw new Problem(
      `The PostgreSQL of DATABASE_URL is version ${version}: Rejoinder needs ${OLDEST_VERSION} or newer.`,
    );
  }
  return { host, database, version };
}

function partsOf(url: string): { host: string; database: string } {
  try {
    const { protocol, host, pathname, searchParams } = new URL(url);
    if (/^postgres(ql)?:$/.test(protocol)) {
      return {
        host: host || searchParams.get("host") || "localhost",
        database: decodeURIComponent(pathname.slice(1)),
      };
    }
  } catch {
    // Said below.
  }
  throw new Problem(
    "DATABASE_URL is not an address of a PostgreSQL database: it should look like postgresql://user:password@host:5432/name.",
  );
}

/** What to do about a connection that failed. */
function refusal(error: NodeJS.ErrnoException, host: string, database: string): string {
  const words = error.message || String(error.code);
  if (error.code === "3D000") {
    return `There is no database "${database}" at ${host} (DATABASE_URL): make it, for example by createdb ${database}.`;
  }
  if (["28P01", "28000"].includes(error.code ?? "") || /password/i.test(words)) {
    return `PostgreSQL at ${host} refuses the user or the password of DATABASE_URL: correct them. It says: ${words}.`;
  }
  if (
    /timeout|ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOST|ENET|ETIMEDOUT|ECONNRESET/i.test(
      `${error.code} ${words}`,
    )
  ) {
    return `No PostgreSQL answers at ${host} (DATABASE_URL): start it, or correct the address.`;
  }
  return `The database at ${host} (DATABASE_URL) cannot be used: ${words}.`;
}
