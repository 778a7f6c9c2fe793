// What must hold of the rows that search reads: they are what triggers made of the posts as they are.
import { db } from "@/lib/db/client";

/** Posts that search has otherwise than they are, as sentences. */
export async function brokenSearch(): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: number }[]>`
    WITH kept AS (
      SELECT s.post_id, s.thread_id, s.board_id, s.author_id, s.created_at, s.opening, s.open, s.title::text,
             t.words::text
        FROM search_posts s LEFT JOIN search_texts t ON t.id = s.text_id AND t.post_id = s.post_id),
    now AS (
      SELECT post_id, thread_id, board_id, author_id, created_at, opening, open, title::text, words::text
        FROM search_posts_now)
    SELECT coalesce(kept.post_id, now.post_id) AS id
      FROM kept FULL JOIN now ON now.post_id = kept.post_id
     WHERE kept IS DISTINCT FROM now ORDER BY 1`;
  const orphans = await db().$queryRaw<{ id: number }[]>`
    SELECT t.id FROM search_texts t LEFT JOIN search_posts s ON s.text_id = t.id WHERE s.post_id IS NULL`;
  return [
    ...rows.map(({ id }) => `Post ${id}: search has it otherwise than it is.`),
    ...orphans.map(({ id }) => `Text ${id}: no post of search is found by it.`),
  ];
}
