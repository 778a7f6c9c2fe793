import type { Statements } from "@/lib/db/client";
import { MOST_NAMED_UNDER, REASON_WEIGHT, type RelatedReason } from "@/lib/related/reason";

export interface Candidate {
  relatedId: number;
  reason: RelatedReason;
  weight: number;
}

/** So many are looked at for each reason. */
const MOST_OF_A_REASON = 12;

/** So many words of an opening post are looked at: those of the title, and the most frequent ones. */
const MOST_WORDS = 80;

/** A word in more titles than one in so many, or in more than so many, is not rare. */
const RARE = { share: 50, titles: 200 };

/**
 * Threads that a thread may be related to, the best first: only threads that everybody may see, by what
 * everybody may read of them, so that no relation tells anything of what is hidden.
 */
export async function candidatesFor(tx: Statements, threadId: number): Promise<Candidate[]> {
  const found = [
    ...(await sameAddress(tx, threadId)),
    ...(await quotesAcross(tx, threadId)),
    ...(await sharedWords(tx, threadId)),
  ];
  const best = new Map<number, Candidate>();
  for (const candidate of found.sort((a, b) => b.weight - a.weight)) {
    if (!best.has(candidate.relatedId)) best.set(candidate.relatedId, candidate);
  }
  return [...best.values()];
}

interface AddressRow {
  id: number;
  same: boolean;
}

async function sameAddress(tx: Statements, threadId: number): Promise<Candidate[]> {
  const rows = await tx.$queryRaw<AddressRow[]>`
    SELECT t.id, t.url_key = here.url_key AS same
      FROM threads here
      CROSS JOIN LATERAL (
        (SELECT id, url_key FROM threads WHERE url_key = here.url_key AND id <> here.id
            AND hide_action_id IS NULL AND merged_into_id IS NULL ORDER BY id DESC LIMIT ${MOST_OF_A_REASON})
        UNION
        (SELECT id, url_key FROM threads WHERE site_of(url_key) = site_of(here.url_key) AND id <> here.id
            AND url_key IS NOT NULL AND hide_action_id IS NULL AND merged_into_id IS NULL
          ORDER BY id DESC LIMIT ${MOST_OF_A_REASON})) AS t
     WHERE here.id = ${threadId}
       AND (SELECT count(*) FROM related_threads r WHERE r.related_id = t.id AND r.thread_id <> here.id)
           < ${MOST_NAMED_UNDER}`;
  return rows.map(({ id, same }) => {
    const reason = same ? "same address" : "same site";
    // The newest first.
    return { relatedId: id, reason, weight: REASON_WEIGHT[reason] + id / 2 ** 31 };
  });
}

/** Quotes whose source stands in another thread, as after a split; both ends open to everybody. */
async function quotesAcross(tx: Statements, threadId: number): Promise<Candidate[]> {
  const rows = await tx.$queryRaw<{ id: number; quotes: number }[]>`
    SELECT other.thread_id AS id, count(*)::int AS quotes
      FROM search_posts here
      CROSS JOIN LATERAL (
        SELECT q.post_id AS id FROM quotes q WHERE q.source_post_id = here.post_id
        UNION ALL
        SELECT q.source_post_id FROM quotes q WHERE q.post_id = here.post_id) AS tied
      JOIN search_posts other ON other.post_id = tied.id AND other.thread_id <> here.thread_id
     WHERE here.thread_id = ${threadId} AND here.open AND other.open
       AND (SELECT count(*) FROM related_threads r
             WHERE r.related_id = other.thread_id AND r.thread_id <> here.thread_id) < ${MOST_NAMED_UNDER}
     GROUP BY 1 ORDER BY quotes DESC, id DESC LIMIT ${MOST_OF_A_REASON}`;
  return rows.map(({ id, quotes }) => {
    return {
      relatedId: id,
      reason: "quoted",
      weight: REASON_WEIGHT.quoted + Math.min(quotes, 400),
    };
  });
}

/**
 * Threads whose title has rare words of this thread's opening post: at least two of them, one of which
 * stands in this title too. Rare is what few titles have, and English calls no stop word; a word counts
 * by the logarithm of how rare it is.
 */
async function sharedWords(tx: Statements, threadId: number): Promise<Candidate[]> {
  const rows = await tx.$queryRaw<{ id: number; score: number }[]>`
    WITH here AS (
      SELECT s.post_id, s.title, t.words FROM search_posts s JOIN search_texts t ON t.id = s.text_id
       WHERE s.thread_id = ${threadId} AND s.opening AND s.open),
    -- An estimate, as the planner has it: what is rare depends on it but roughly.
    forum AS (
      SELECT greatest(reltuples, 1)::float8 AS threads FROM pg_class WHERE oid = 'public.threads'::regclass),
    said AS (
      SELECT word.lexeme, ARRAY[word.lexeme] <@ tsvector_to_array(here.title) AS titled,
             ('''' || replace(word.lexeme, '''', '''''') || '''')::tsquery AS query
        FROM here CROSS JOIN LATERAL unnest(here.words) AS word(lexeme, positions, weights)
       WHERE length(word.lexeme) BETWEEN 3 AND 40 AND word.lexeme !~ '[0-9\\\\]'
         AND to_tsvector('english', word.lexeme) <> ''
       ORDER BY titled DESC, cardinality(word.positions) DESC, word.lexeme LIMIT ${MOST_WORDS}),
    rare AS (
      SELECT said.lexeme, said.titled, said.query, counted.titles
        FROM said CROSS JOIN forum CROSS JOIN LATERAL (
          SELECT count(*)::float8 AS titles FROM search_posts s WHERE s.title @@ said.query) AS counted
       WHERE counted.titles BETWEEN 1 AND least(${RARE.titles}, greatest(3, forum.threads / ${RARE.share}))),
    shared AS (
      SELECT s.thread_id, sum(ln(1 + forum.threads / rare.titles)) AS score, count(*) AS words,
             bool_or(rare.titled) AS titled
        FROM rare CROSS JOIN forum JOIN search_posts s ON s.title @@ rare.query
       WHERE s.open AND s.thread_id <> ${threadId}
       GROUP BY s.thread_id)
    SELECT thread_id AS id, score FROM shared
     WHERE titled AND words >= 2
       AND (SELECT count(*) FROM related_threads r
             WHERE r.related_id = shared.thread_id AND r.thread_id <> ${threadId}) < ${MOST_NAMED_UNDER}
     ORDER BY score DESC, id DESC LIMIT ${MOST_OF_A_REASON}`;
  return rows.map(({ id, score }) => {
    const weight = REASON_WEIGHT["shared words"] + Math.min(score, 300);
    return { relatedId: id, reason: "shared words", weight };
  });
}
