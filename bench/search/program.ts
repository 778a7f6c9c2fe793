// Measures searches in the forum of DATABASE_URL, one after another on one connection, and prints the
// times as one line of JSON: a program of its own, as bench/scale/program.ts is.
import { randomUUID } from "node:crypto";
import pg from "pg";
import { GROUPS, pairsOf } from "@/bench/search/cases";
import type { GroupTimes, Measured, Write } from "@/bench/search/measured";
import { Prisma } from "@/lib/db/generated/client";
import { SIGNED_OUT } from "@/lib/policy/viewer";
import { reply } from "@/lib/posts/commands";
import { hitsOf } from "@/lib/search/hits.queries";
import { meaningOf } from "@/lib/search/meaning.queries";
import { parseSearch } from "@/lib/search/parse";
import { searchPosts } from "@/lib/search/queries";
import { searchRows } from "@/lib/search/rows.queries";
import { castVote } from "@/lib/votes/commands";

const [searches = 0, writes = 0] = process.argv.slice(2).map(Number);
const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
await client.connect();

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function measureGroup(group: (typeof GROUPS)[number]): Promise<GroupTimes> {
  const times: GroupTimes = {
    ...{ name: group.name, hits: [], count: [], relevance: [], newest: [], page: [] },
  };
  const pairs = pairsOf(group, searches + 5);
  for (const [turn, text] of pairs.entries()) {
    const parsed = parseSearch(text, new Date());
    if (!parsed.ok) throw new Error(text);
    const meaning = await meaningOf(SIGNED_OUT, parsed.query);
    const found = (order: "relevance" | "newest") => () =>
      hitsOf(SIGNED_OUT, meaning, { order, after: null, most: 21 });
    const count = () =>
      searchRows(Prisma.sql`
        SELECT count(*) FROM search_posts s
         WHERE text_words(s.text_id) @@ ${meaning.own}::tsquery AND s.open`);
    // Whichever comes first pays for what is not in memory: each of them in turn.
    const work = [
      ["count", count],
      ["relevance", found("relevance")],
      ["newest", found("newest")],
    ] as const;
    const order = [0, 1, 2].map((place) => work[(place + turn) % 3] as (typeof work)[number]);
    const measured = new Map<string, number>();
    for (const [name, run] of order) measured.set(name, await timed(run));
    const whole = await timed(() =>
      searchPosts(SIGNED_OUT, { text, order: "relevance" }, new Date()),
    );
    if (turn < 5) continue;
    const { total } = await found("relevance")();
    times.hits.push(total ?? -1);
    for (const name of ["count", "relevance", "newest"] as const) {
      times[name].push(measured.get(name) ?? Number.NaN);
    }
    times.page.push(whole);
  }
  return times;
}

const TRIGGERS = ["search_insert", "search_update"];

/** Replies and votes with what keeps search up to date and without it, in turns. */
async function measureWrites(): Promise<Write[]> {
  const { rows: posts } = await client.query<{ id: number; sentence: string }>(
    `SELECT p.id, split_part(r.own_text, '.', 1) || '.' AS sentence
       FROM posts p JOIN revisions r ON r.id = p.current_revision_id JOIN threads t ON t.id = p.thread_id
      WHERE p.hide_action_id IS NULL AND p.deleted_at IS NULL AND t.hide_action_id IS NULL
        AND t.lock_action_id IS NULL AND t.reply_count < 40
      ORDER BY hashint4extended(p.id, 9) LIMIT $1`,
    [writes],
  );
  const { rows: people } = await client.query<{ id: number; username: string }>(
    "SELECT id, username FROM users ORDER BY id OFFSET 200 LIMIT 20",
  );
  const times = { with: [] as number[], without: [] as number[] };
  const votes = { with: [] as number[], without: [] as number[] };
  const BLOCK = 25;
  for (const [turn, { id, sentence }] of posts.entries()) {
    const on = Math.floor(turn / BLOCK) % 2 === 0;
    if (turn % BLOCK === 0) {
      for (const trigger of TRIGGERS) {
        await client.query(`ALTER TABLE posts ${on ? "ENABLE" : "DISABLE"} TRIGGER ${trigger}`);
      }
    }
    const writer = people[turn % people.length] as (typeof people)[number];
    const actor = { signedIn: true, ...writer, admin: false, moderates: [] } as const;
    const markdown = `> ${sentence}\n\n${ANSWER}`;
    const side = on ? "with" : "without";
    const spent = await timed(async () => {
      const made = await reply(actor, { parentId: id, markdown, formKey: randomUUID() });
      if (!made.ok) throw new Error(made.message);
    });
    const voted = await timed(() => castVote(actor, id, turn % 5 === 0 ? -1 : 1));
    // The first after a change of triggers makes plans anew.
    if (turn % BLOCK < 3) continue;
    times[side].push(spent);
    votes[side].push(voted);
  }
  for (const trigger of TRIGGERS) await client.query(`ALTER TABLE posts ENABLE TRIGGER ${trigger}`);
  return [
    { name: "A reply with a quote", ...times },
    { name: "A vote", ...votes },
  ];
}

const ANSWER =
  "That holds only while nothing else changes. Whoever says so should also say what would have to happen for the claim to be wrong, and nobody here has. I would rather look at the cases that were counted: in most of them the order was the other way round, and those who were asked gave reasons that have little to do with it.";

const groups: GroupTimes[] = [];
for (const group of GROUPS) groups.push(await measureGroup(group));
const { rows: sizes } = await client.query<{ name: string; bytes: string }>(
  `SELECT relname AS name, pg_total_relation_size(oid) AS bytes FROM pg_class
    WHERE relname IN ('posts', 'revisions', 'search_posts', 'search_texts') ORDER BY 1`,
);
const measured: Measured = {
  groups,
  writes: await measureWrites(),
  sizes: sizes.map(({ name, bytes }) => ({ name, bytes: Number(bytes) })),
};
await client.end();
process.stdout.write(`${JSON.stringify(measured)}\n`);
process.exit(0);
