// The rows of some cycles of a forum, made by PostgreSQL itself from the shape and the texts in the
// temporary tables of tables.ts. What differs from cycle to cycle is drawn by hashing ids.
import { TEXTS } from "@/bench/scale/texts";
import { HOT_EPOCH, HOT_SECONDS_PER_DECADE } from "@/lib/threads/ranking";

/** Constants of one forum. */
export interface Extent {
  posts: number;
  people: number;
  boards: number;
  /** Of one cycle. */
  cycle: { posts: number; threads: number; revisions: number; quotes: number; actions: number };
}

/** When the newest post is written, and how long the forum waits between two. */
const NEWEST = "timestamptz '2026-11-01 12:00:00+00'";
const GAP = "interval '20 seconds'";

const SEED = 20_261_101;

/**
 * Beside the texts, which many posts share, each has words of its own, as in forums: of so many, the nth
 * most common of which is n times as rare as the first (Zipf's law). Letters, so that search keeps them.
 */
const VOCABULARY = 60_000;
const OWN_WORDS = 24;

/** Words by the number of a thing, as SQL. */
export function ownWords(id: string, count: number, salt: number): string {
  const hashed = `hashint8extended((${id})::bigint * 64 + n, ${SEED + salt})`;
  const rank = `exp((${hashed} & 2147483647) / 2147483648.0::float8 * ln(${VOCABULARY}))::int`;
  return `(SELECT string_agg(${wordOf(rank)}, ' ') FROM generate_series(1, ${count}) AS n)`;
}

/** The word of a rank from 1, as SQL: no English word, and one that no stemming changes. */
export function wordOf(rank: string): string {
  return `'zq' || translate((${rank})::text, '0123456789', 'bakovurimx') || 'k'`;
}

/** Statements that write the cycles $1 to $2, by table. The order does not matter: keys are checked later. */
export function rowsOf({ posts, people, boards, cycle }: Extent): Record<string, string> {
  /** A number from 0 up to 1. */
  const drawn = (column: string, salt: number) =>
    `((hashint4extended((${column})::int, ${SEED + salt}) & 2147483647) / 2147483648.0::float8)`;
  const post = (position: string) => `(c * ${cycle.posts} + ${position})`;
  const thread = `(c * ${cycle.threads} + p.thread)`;
  const action = (number: string) => `(c * ${cycle.actions} + ${number})`;
  // A few write very much, most write little: Zipf-like, as in forums.
  const author = (position: string) =>
    `(1 + floor(${people} * power(${drawn(post(position), 1)}, 3)))::int`;
  const writtenAt = (position: string) =>
    `(${NEWEST} - (${posts} - ${post(position)}) * ${GAP})::timestamptz(3)`;
  const text = (number: string) =>
    `((hashint4extended((${thread})::int, ${SEED + 2}) + ${number}) & ${TEXTS - 1})`;
  const revision = `(c * ${cycle.revisions} + p.revisions_before + p.revisions)`;
  const cycles = "generate_series($1::int, $2::int) AS c";
  return {
    threads: `
      INSERT INTO threads (id, board_id, author_id, kind, title, url, url_key, created_at, last_post_at,
                           score, hot_rank, reply_count, quote_count, hide_action_id, lock_action_id)
      SELECT ${thread}, 1 + floor(${boards} * ${drawn(thread, 3)}), ${author("p.opening")},
             p.kind::thread_kind,
             'About ' || left(x.own_text, 40) || ' ' || ${ownWords(thread, 3, 4)} || ' (' || ${thread} || ')',
             CASE WHEN p.kind = 'link' THEN 'https://example.org/' || ${thread} END,
             CASE WHEN p.kind = 'link' THEN 'https://example.org/' || ${thread} END,
             ${writtenAt("p.opening")}, ${writtenAt("coalesce(p.newest, p.opening)")}, p.score,
             p.hot_order + (extract(epoch FROM ${writtenAt("p.opening")})::float8 - ${HOT_EPOCH})
               / ${HOT_SECONDS_PER_DECADE},
             p.reply_count, p.quote_count, ${action("p.hidden_by")}, ${action("p.locked_by")}
        FROM ${cycles} CROSS JOIN scale_threads p JOIN scale_texts x ON x.text = ${text("0")}
       ORDER BY 1`,
    posts: `
      INSERT INTO posts (id, thread_id, parent_id, author_id, created_at, deleted_at, hide_action_id,
                         current_revision_id, revision_count, up_votes, down_votes, score, best_rank)
      SELECT ${post("p.position")}, ${thread}, ${post("p.parent")}, ${author("p.position")},
             ${writtenAt("p.position")},
             CASE WHEN p.deleted THEN ${writtenAt("p.position")} + interval '1 hour' END,
             ${action("p.hidden_by")}, ${revision}, p.revisions, p.up, p.down, p.up - p.down, p.best_rank
        FROM ${cycles} CROSS JOIN scale_posts p
       ORDER BY 1`,
    revisions: `
      INSERT INTO revisions (id, post_id, number, created_at, markdown_parts, html_parts, own_text,
                             renderer_version)
      SELECT c * ${cycle.revisions} + p.revisions_before + n, ${post("p.position")}, n,
             ${writtenAt("p.position")} + (n - 1) * interval '5 minutes',
             CASE WHEN current.quotes THEN ARRAY['', x.markdown_after || E'\n\n' || own.words]
                  ELSE ARRAY[x.markdown || E'\n\n' || own.words] END,
             CASE WHEN current.quotes THEN ARRAY['', x.html || E'\n<p>' || own.words || '</p>']
                  ELSE ARRAY[x.html || E'\n<p>' || own.words || '</p>'] END,
             x.own_text || E'\n' || own.words, $3::int
        FROM ${cycles} CROSS JOIN scale_posts p CROSS JOIN generate_series(1, p.revisions) AS n
        CROSS JOIN LATERAL (SELECT p.quotes AND n = p.revisions) AS current(quotes)
        CROSS JOIN LATERAL (SELECT ${ownWords(post("p.position"), OWN_WORDS, 5)}) AS own(words)
        JOIN scale_texts x
          ON x.text = ${text("p.number")} + CASE WHEN n = p.revisions THEN 0 ELSE ${TEXTS} END
       ORDER BY 1`,
    quotes: `
      INSERT INTO quotes (id, identity, post_id, revision_id, ordinal, markdown_parts, html_parts, exact,
                          prefix, suffix, status, source_post_id, source_revision_id, start, "end", ranges,
                          answer_run, changed_at, changed_for, settled_at)
      SELECT c * ${cycle.quotes} + p.quotes_before + 1, c * ${cycle.quotes} + p.quotes_before + 1,
             ${post("p.position")}, ${revision}, 0, ARRAY['> ' || s.words || E'\\n'],
             ARRAY['<p>' || s.words || '</p>'], s.words, s.prefix, s.suffix, 'verbatim',
             ${post("p.parent")}, c * ${cycle.revisions} + source.revisions_before
               + CASE WHEN p.outdated THEN 1 ELSE source.revisions END,
             s.start, s."end", ARRAY[s.start, s."end"], 1,
             CASE WHEN p.outdated THEN ${writtenAt("p.position")} END,
             CASE WHEN p.outdated THEN ${author("p.position")} END,
             CASE WHEN p.settled THEN ${writtenAt("p.position")} END
        FROM ${cycles} CROSS JOIN scale_posts p
        JOIN scale_posts source ON source.position = p.parent
        JOIN scale_texts x
          ON x.text = ${text("p.parent_number")} + CASE WHEN p.outdated THEN ${TEXTS} ELSE 0 END
        JOIN scale_sentences s ON s.text = x.text AND s.sentence = p.sentence % x.sentences
       WHERE p.quotes
       ORDER BY 1`,
    votes: `
      INSERT INTO votes (post_id, user_id, value, created_at)
      SELECT ${post("p.position")},
             -- Anybody but the author, nobody twice.
             1 + (author + (${post("p.position")}::bigint * 7919 + n * 37) % (${people} - 1)) % ${people},
             CASE WHEN n <= p.up THEN 1 ELSE -1 END, ${writtenAt("p.position")}
        FROM ${cycles} CROSS JOIN scale_posts p
        CROSS JOIN LATERAL (SELECT ${author("p.position")}) AS writer(author)
        CROSS JOIN generate_series(1, p.up + p.down) AS n
       ORDER BY 1`,
    moderation_actions: `
      INSERT INTO moderation_actions (id, kind, actor_id, thread_id, post_id, reason, created_at)
      SELECT ${action("done.number")}, done.kind::moderation_kind, ${people} + 1, ${thread},
             ${post("done.position")}, 'Against the rules of the board.', ${writtenAt("p.opening")}
        FROM ${cycles}
        CROSS JOIN (
          SELECT hidden_by AS number, 'hide' AS kind, thread, NULL::int AS position
            FROM scale_threads WHERE hidden_by IS NOT NULL
          UNION ALL SELECT locked_by, 'lock', thread, NULL
            FROM scale_threads WHERE locked_by IS NOT NULL
          UNION ALL SELECT hidden_by, 'hide', thread, position
            FROM scale_posts WHERE hidden_by IS NOT NULL) AS done
        JOIN scale_threads p ON p.thread = done.thread
       ORDER BY 1`,
  };
}
