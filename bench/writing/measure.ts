// Writing through the forum beside the same transactions by pgbench, in turns.
import type { Bench } from "@/bench/prepare";
import { timeOf, timeOfFamily } from "@/bench/processor";
import type { Seeded } from "@/bench/seed/seeded";
import { rateOf } from "@/bench/writing/clients";
import { writerOf } from "@/bench/writing/forum";
import { HAS_PGBENCH, pgbench } from "@/bench/writing/pgbench";
import { ask } from "@/scripts/database";
import { Problem } from "@/scripts/say";

export const KINDS = ["vote", "reply"] as const;
export type Kind = (typeof KINDS)[number];

/** One round of one kind. */
export interface WritingRound {
  /** A second, through HTTP. */
  rate: number;
  /** A second, by pgbench; not a number where it is not installed. */
  pgbench: number;
  /** Processor milliseconds of each, of the forum and of PostgreSQL. */
  server: number;
  database: number;
}

export type Written = Record<Kind, WritingRound[]>;

/** Until the server has compiled what it does most. */
export async function warmUpWriting(bench: Bench): Promise<void> {
  for (const kind of [...KINDS, ...KINDS]) await throughForum(bench, kind);
  await takeBack(bench);
}

/** Takes one round of each kind. What was written is taken back, so that each begins with the same. */
export async function measureWriting(bench: Bench, written: Written): Promise<void> {
  for (const kind of KINDS) {
    const forum = await throughForum(bench, kind);
    await takeBack(bench);
    const rate = HAS_PGBENCH ? await byPgbench(bench, kind) : Number.NaN;
    await takeBack(bench);
    written[kind].push({ ...forum, pgbench: rate });
  }
}

async function throughForum({ servers, seeded, database, seconds }: Bench, kind: Kind) {
  const { forum, replies } = seeded.writing;
  const { url, pid } = servers.forum;
  const writers = await Promise.all(forum.map((who) => writerOf(url, who, replies)));
  const [server, postgres] = [timeOf(pid), timeOfFamily(database)];
  const rate = await rateOf(
    writers.map((writer) => writer[kind]),
    seconds.writing,
  );
  const times = { server: timeOf(pid) - server, database: timeOfFamily(database) - postgres };
  for (const { close } of writers) close();
  const done = rate * seconds.writing;
  return { rate, server: times.server / done, database: times.database / done };
}

function byPgbench({ databaseUrl, seeded, seconds }: Bench, kind: Kind): Promise<number> {
  return pgbench(databaseUrl, `${kind}.sql`, variablesOf(seeded.writing), seconds.writing);
}

/** pgbench draws numbers: it needs posts and members whose ids follow one another. */
export function variablesOf({ replies, pgbench }: Seeded["writing"]): Record<string, number> {
  const [post, member] = [replies[0]?.id ?? 0, pgbench[0] ?? 0];
  const threads = replies.length / REPLIES;
  const regular =
    replies.every(({ id }, at) => id === post + 100 * Math.floor(at / REPLIES) + (at % REPLIES)) &&
    pgbench.every((id, at) => id === member + at);
  if (!regular) throw new Problem("The ids to write on do not follow one another.");
  return {
    ...{ first_post: post, threads },
    ...{ first_member: member, last_member: member + pgbench.length - 1 },
  };
}

/** Replies of each thread that is written in. */
const REPLIES = 99;

/** Removes what was written since the beginning, and counts what counted it anew. */
async function takeBack({ databaseUrl, seeded }: Bench): Promise<void> {
  const last = seeded.writing.replies.at(-1)?.id ?? 0;
  const members = [...seeded.writing.forum.map(({ id }) => id), ...seeded.writing.pgbench];
  const [thread] = await ask<{ threads: number[] }>(
    databaseUrl,
    "SELECT array_agg(DISTINCT thread_id) AS threads FROM posts WHERE id = ANY($1)",
    [seeded.writing.replies.map(({ id }) => id)],
  );
  const statements: [string, unknown[]][] = [
    ["UPDATE posts SET current_revision_id = NULL WHERE id > $1", [last]],
    ["DELETE FROM quotes WHERE post_id > $1", [last]],
    ["DELETE FROM revisions WHERE post_id > $1", [last]],
    ["DELETE FROM posts WHERE id > $1", [last]],
    ["DELETE FROM votes WHERE user_id = ANY($1)", [members]],
    [
      `UPDATE posts p SET up_votes = v.up, down_votes = v.down, score = v.up - v.down
         FROM (SELECT p.id, count(*) FILTER (WHERE value = 1) AS up,
                      count(*) FILTER (WHERE value = -1) AS down
                 FROM posts p LEFT JOIN votes v ON v.post_id = p.id GROUP BY 1) v
        WHERE v.id = p.id AND p.thread_id = ANY($1)`,
      [thread?.threads],
    ],
    ["VACUUM ANALYZE posts, revisions, quotes, votes, threads", []],
  ];
  for (const [sql, values] of statements) await ask(databaseUrl, sql, values);
}
