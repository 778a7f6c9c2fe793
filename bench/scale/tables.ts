// What rows.ts makes the rows from, as temporary tables of one connection.
import type pg from "pg";
import type { Shape } from "@/bench/scale/shape";
import { storedTexts } from "@/bench/scale/texts";

const COLUMNS = {
  scale_threads: `thread int, kind text, opening int, newest int, reply_count int, quote_count int,
    score int, hot_order float8, hidden_by int, locked_by int`,
  scale_posts: `position int, thread int, number int, parent int, parent_number int, up int, down int,
    best_rank float8, deleted bool, hidden_by int, revisions int, revisions_before int,
    quotes_before int, quotes bool, sentence int, outdated bool, settled bool`,
  scale_texts: `text int, markdown text, html text, own_text text, markdown_after text, sentences int`,
  scale_sentences: `text int, sentence int, words text, start int, "end" int, prefix text, suffix text`,
} as const;

export async function loadTables(client: pg.Client, shape: Shape): Promise<void> {
  const { texts, sentences } = storedTexts();
  const rows: Record<keyof typeof COLUMNS, readonly object[]> = {
    // The score's share of lib/threads/ranking.ts hotRank; the other is the time.
    scale_threads: shape.threads.map((thread) => ({
      ...thread,
      hot_order: Math.sign(thread.score) * Math.log10(Math.max(Math.abs(thread.score), 1)),
    })),
    scale_posts: shape.posts,
    scale_texts: texts,
    scale_sentences: sentences,
  };
  for (const [table, columns] of Object.entries(COLUMNS)) {
    await client.query(`CREATE TEMPORARY TABLE ${table} (${columns})`);
    await client.query(
      `INSERT INTO ${table} SELECT * FROM jsonb_to_recordset($1::jsonb) AS row(${columns})`,
      [JSON.stringify(rows[table as keyof typeof COLUMNS])],
    );
    await client.query(`ANALYZE ${table}`);
  }
}
