import type { Statements } from "@/lib/db/client";

/**
 * Takes up the words of some texts as they are spelt, for suggestions. Of texts that are open to
 * everybody now; what is hidden later stays among the words, and is suggested no more
 * (suggestions.queries.ts).
 *
 * @param range ids of search_texts, both included
 */
export async function gatherWords(
  tx: Statements,
  range: { first: number; last: number },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO search_words (word)
    SELECT DISTINCT lower(parsed.token)
      FROM search_texts t
      JOIN search_posts s ON s.text_id = t.id AND s.open
      JOIN posts p ON p.id = s.post_id
      JOIN threads th ON th.id = p.thread_id
      JOIN revisions r ON r.id = p.current_revision_id
      CROSS JOIN LATERAL ts_parse('default',
        left(r.own_text, 100000) || CASE WHEN s.opening THEN ' ' || th.title ELSE '' END) AS parsed
     WHERE t.id BETWEEN ${range.first} AND ${range.last}
       -- Words of letters, with or without accents; not addresses, numbers or what is joined by hyphens.
       AND parsed.tokid IN (1, 2) AND length(parsed.token) BETWEEN 4 AND 30
     ORDER BY 1
    ON CONFLICT DO NOTHING`;
}
