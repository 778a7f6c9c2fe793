// Fills an empty forum with as many posts as are asked for, by a fixed seed.
import pg from "pg";
import { setIndexesAside } from "@/bench/scale/indexes";
import { nameInSql, peopleOf, tokenOfPerson } from "@/bench/scale/people";
import { type Extent, rowsOf } from "@/bench/scale/rows";
import { CYCLE, type Shape, shapeOfCycle } from "@/bench/scale/shape";
import { loadTables } from "@/bench/scale/tables";
import { RENDERER_VERSION } from "@/lib/text/render";

const BOARDS = 12;

/** Cycles written by one statement. */
const AT_ONCE = 10;

/**
 * @param url an empty database with the forum's tables
 * @param posts a multiple of CYCLE
 */
export async function generate(url: string, posts: number): Promise<Extent> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await fill(client, posts);
  } finally {
    await client.end();
  }
}

async function fill(client: pg.Client, posts: number): Promise<Extent> {
  const shape = shapeOfCycle();
  const extent = extentOf(posts, shape);
  // References are right by the way rows are made (generate.db.test.ts), so none is checked.
  await client.query("SET session_replication_role = replica");
  await client.query("SET maintenance_work_mem = '512MB'");
  await client.query("SET work_mem = '256MB'");
  await loadTables(client, shape);
  await writePeople(client, extent);
  const rows = Object.entries(rowsOf(extent));
  const rebuild = await setIndexesAside(client, [...rows.map(([table]) => table), "search_posts"]);
  await vacuumLater(client, rows, true);
  const cycles = posts / CYCLE;
  for (let first = 0; first < cycles; first += AT_ONCE) {
    const range = [first, Math.min(cycles, first + AT_ONCE) - 1];
    for (const [table, sql] of rows) {
      await client.query(sql, table === "revisions" ? [...range, RENDERER_VERSION] : range);
    }
  }
  // What triggers do for posts that are written one by one.
  await client.query("SELECT index_all_posts()");
  await rebuild();
  await setSequences(client);
  await vacuumLater(client, rows, false);
  await client.query("VACUUM (FREEZE, ANALYZE)");
  await client.query("CHECKPOINT");
  return extent;
}

/** All is vacuumed at the end, and what begins by itself before only gets in the way. */
async function vacuumLater(
  client: pg.Client,
  rows: readonly (readonly [table: string, sql: string])[],
  later: boolean,
): Promise<void> {
  const setting = later ? "SET (autovacuum_enabled = off)" : "RESET (autovacuum_enabled)";
  for (const [table] of rows) await client.query(`ALTER TABLE ${table} ${setting}`);
}

function extentOf(posts: number, shape: Shape): Extent {
  const { threads, revisions, quotes, actions } = shape;
  const cycle = { posts: CYCLE, threads: threads.length, revisions, quotes, actions };
  return { posts, people: peopleOf(posts), boards: BOARDS, cycle };
}

/** Everybody is signed in somewhere; the last one moderates. */
async function writePeople(client: pg.Client, { people }: Extent): Promise<void> {
  const name = nameInSql("n");
  await client.query(
    `INSERT INTO boards (id, slug, name, position)
     SELECT n, 'board-' || n, 'Board ' || n, n FROM generate_series(1, $1::int) AS n`,
    [BOARDS],
  );
  await client.query(
    `INSERT INTO users (id, username, username_key, email, password_hash, role, created_at)
     SELECT n, ${name}, ${name}, ${name} || '@example.org', 'none', 
            CASE WHEN n > $1 THEN 'admin'::role ELSE 'member' END, '2020-01-01'
       FROM generate_series(1, $1::int + 1) AS n`,
    [people],
  );
  await client.query(
    `INSERT INTO sessions (user_id, token_hash, expires)
     SELECT n, encode(sha256(convert_to(replace($2, '0', n::text), 'UTF8')), 'hex'),
            now() + interval '30 days'
       FROM generate_series(1, $1::int + 1) AS n`,
    [people, tokenOfPerson(0)],
  );
}

async function setSequences(client: pg.Client): Promise<void> {
  const tables = ["boards", "users", "sessions", "threads", "posts", "revisions", "quotes"];
  const columns = [...tables, "moderation_actions"].map((table) => [table, "id"]);
  for (const [table, column] of [...columns, ["quotes", "identity"]]) {
    await client.query(
      `SELECT setval(pg_get_serial_sequence('${table}', '${column}'), max(${column})) FROM ${table}`,
    );
  }
}
