import { Prisma } from "@/lib/db/generated/client";
import type { Meaning } from "@/lib/search/meaning.queries";
import { searchRows } from "@/lib/search/rows.queries";

/** So many words are looked at: who misspells more of them has typed something else. */
const MOST_WORDS = 4;

/** How alike two words must be, as pg_trgm counts it, from 0 to 1. */
const LEAST_SIMILARITY = 0.35;

interface SuggestionRow {
  typed: string;
  spelt: string;
}

/**
 * The search as it may have been meant, where a word in it stands nowhere; null if there is none. It
 * is made of words that everybody may read: whatever was gathered, a word counts only while it stands
 * in a text, or a title, that is open to all.
 *
 * @param typed the whole search, in which words are exchanged
 */
export async function suggestionFor(typed: string, { query }: Meaning): Promise<string | null> {
  const words = query.own.words
    .map((word) => word.toLowerCase())
    .filter((word) => /^[\p{L}\p{M}]{4,30}$/u.test(word))
    .slice(0, MOST_WORDS);
  if (words.length === 0) return null;
  const rows = await searchRows<SuggestionRow>(Prisma.sql`
    SELECT given.word AS typed, nearest.word AS spelt
      FROM unnest(${words}::text[]) AS given(word)
      CROSS JOIN LATERAL (
        SELECT near.word FROM (
          SELECT w.word, similarity(w.word, given.word) AS likeness FROM search_words w
           WHERE w.word % given.word AND w.word <> given.word
           ORDER BY likeness DESC, w.word LIMIT 8) AS near
         WHERE near.likeness >= ${LEAST_SIMILARITY} AND ${STANDS_OPENLY}
         ORDER BY near.likeness DESC, near.word LIMIT 1) AS nearest
     WHERE NOT EXISTS (
       SELECT FROM search_posts s
        WHERE text_words(s.text_id) @@ plainto_tsquery('forum', given.word) AND s.open)`);
  if (rows.length === 0) return null;
  return rows.reduce((text, { typed: word, spelt }) => replaced(text, word, spelt), typed);
}

/** Letter by letter: another form of the word is found by the same search, and may be the only open one. */
const STANDS_OPENLY = Prisma.sql`EXISTS (
  SELECT FROM (
    SELECT s.post_id FROM search_posts s
     WHERE text_words(s.text_id) @@ plainto_tsquery('forum', near.word) AND s.open LIMIT 50) AS sample
    JOIN posts p ON p.id = sample.post_id
    JOIN threads t ON t.id = p.thread_id
    JOIN revisions r ON r.id = p.current_revision_id
   WHERE position(near.word IN lower(r.own_text)) > 0 OR position(near.word IN lower(t.title)) > 0)`;

function replaced(text: string, word: string, by: string): string {
  const at = text.toLowerCase().indexOf(word);
  return at < 0 ? text : text.slice(0, at) + by + text.slice(at + word.length);
}
