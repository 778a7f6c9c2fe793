// What is asked for in a forum to measure on: as many different places whatever its size, so that
// nothing kept in memory favours the small ones.
import pg from "pg";
import { nameOfPerson, tokenOfPerson } from "@/bench/scale/people";
import type { Extent } from "@/bench/scale/rows";
import { MEASURED_LENGTH } from "@/bench/scale/shape";

/** Threads whose pages are read, and others that are answered. */
const READ_THREADS = 12;
const WRITTEN_THREADS = 12;

/** Threads whose replies are voted on. */
const VOTED_POSTS = 2000;

/** Those who wrote most: each has more than a page shows. */
const WRITERS = 8;

/** Who is signed in: people who write less, each with a cookie. */
const FIRST_READER = 100;
const READERS = 40;

export interface Places {
  threads: number[];
  /** Posts that can be answered, with a sentence of theirs. */
  answered: { post: number; sentence: string }[];
  /** Posts that can be voted on, their threads, and who wrote them. */
  voted: { post: number; thread: number; author: number }[];
  /** Names of people. */
  people: string[];
  boards: string[];
  /** Who is signed in, by which cookie. */
  readers: { id: number; token: string }[];
  /** The cookie of somebody who moderates everything. */
  moderator: string;
  /** Bytes of the database. */
  bytes: number;
  rows: Record<string, number>;
}

export async function placesIn(url: string, extent: Extent): Promise<Places> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // Spread over the whole time of the forum.
    const { rows: threads } = await client.query<{ id: number }>(
      `SELECT thread_id AS id FROM posts GROUP BY 1 HAVING count(*) = $1
        ORDER BY hashint4extended(thread_id, 1) LIMIT $2`,
      [MEASURED_LENGTH, READ_THREADS + WRITTEN_THREADS],
    );
    const ids = threads.map(({ id }) => id);
    const { rows: answered } = await client.query<Places["answered"][number]>(
      `SELECT p.id AS post, split_part(r.own_text, '.', 1) || '.' AS sentence
         FROM posts p JOIN revisions r ON r.id = p.current_revision_id
        WHERE p.thread_id = ANY($1) AND p.deleted_at IS NULL AND p.hide_action_id IS NULL
        ORDER BY hashint4extended(p.id, 1)`,
      [ids.slice(READ_THREADS)],
    );
    const { rows: voted } = await client.query<Places["voted"][number]>(
      `SELECT p.id AS post, p.thread_id AS thread, p.author_id AS author
         FROM posts p JOIN threads t ON t.id = p.thread_id
        WHERE p.id IN (SELECT 1 + (hashint4extended(n, 2) & 2147483647) % $1
                         FROM generate_series(1, $2::int) AS n)
          AND p.deleted_at IS NULL AND p.hide_action_id IS NULL AND t.hide_action_id IS NULL
        ORDER BY hashint4extended(p.id, 1)`,
      [extent.posts, VOTED_POSTS],
    );
    const { rows: boards } = await client.query<{ slug: string }>("SELECT slug FROM boards");
    return {
      threads: ids.slice(0, READ_THREADS),
      ...{ answered, voted },
      people: Array.from({ length: WRITERS }, (_, index) => nameOfPerson(index + 1)),
      boards: boards.map(({ slug }) => slug),
      readers: Array.from({ length: READERS }, (_, index) => {
        const id = FIRST_READER + index;
        return { id, token: tokenOfPerson(id) };
      }),
      moderator: tokenOfPerson(extent.people + 1),
      ...(await sizeOf(client)),
    };
  } finally {
    await client.end();
  }
}

async function sizeOf(client: pg.Client): Promise<Pick<Places, "bytes" | "rows">> {
  const { rows } = await client.query<{ bytes: string }>(
    "SELECT pg_database_size(current_database()) AS bytes",
  );
  const { rows: tables } = await client.query<{ name: string; count: number }>(
    `SELECT relname AS name, reltuples::int AS count FROM pg_class
      WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`,
  );
  return {
    bytes: Number(rows[0]?.bytes),
    rows: Object.fromEntries(tables.map(({ name, count }) => [name, count])),
  };
}
