import "./environment";
import { db } from "@/lib/db/client";

/** Whose rows are looked at: other tests change theirs meanwhile. */
export interface Scope {
  boards: readonly number[];
  people: readonly number[];
}

const OF_BOARDS = "SELECT id FROM threads WHERE board_id = ANY($1)";
const OF_POSTS = `SELECT id FROM posts WHERE thread_id IN (${OF_BOARDS})`;
const OF_CASES = `SELECT id FROM report_cases WHERE post_id IN (${OF_POSTS})`;

const TABLES: Record<string, string> = {
  boards: "id = ANY($1)",
  board_moderators: "board_id = ANY($1) OR user_id = ANY($2)",
  users: "id = ANY($2)",
  threads: "board_id = ANY($1) OR author_id = ANY($2)",
  posts: `thread_id IN (${OF_BOARDS}) OR author_id = ANY($2)`,
  revisions: `post_id IN (${OF_POSTS})`,
  quotes: `post_id IN (${OF_POSTS})`,
  votes: `post_id IN (${OF_POSTS}) OR user_id = ANY($2)`,
  report_cases: `post_id IN (${OF_POSTS})`,
  reports: `case_id IN (${OF_CASES})`,
  case_notes: `case_id IN (${OF_CASES})`,
  appeals: "user_id = ANY($2)",
  moderation_actions: `thread_id IN (${OF_BOARDS}) OR actor_id = ANY($2)`,
  statements: "user_id = ANY($2)",
  blocks: "user_id = ANY($2)",
  thread_mutes: "user_id = ANY($2)",
  // Unread ones are made beside the pages, by jobs.
  notices: "user_id = ANY($2) AND read_at IS NOT NULL",
  thread_watches: "user_id = ANY($2)",
  notice_settings: "user_id = ANY($2)",
  saved_searches: "user_id = ANY($2)",
  folds: "user_id = ANY($2)",
  reading_settings: "user_id = ANY($2)",
  mail_links: "user_id = ANY($2)",
  mail_wishes: "user_id = ANY($2)",
  bookmarks: "user_id = ANY($2)",
  private_feeds: "user_id = ANY($2)",
  push_devices: "user_id = ANY($2)",
  push_wishes: "user_id = ANY($2)",
};

/** Every row of these boards and people, for "nothing has changed". */
export async function dump({ boards, people }: Scope): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {};
  for (const [table, condition] of Object.entries(TABLES)) {
    const both = `(${condition}) AND ($1::int[] IS NOT NULL) AND ($2::int[] IS NOT NULL)`;
    const rows = await db().$queryRawUnsafe<{ row: unknown }[]>(
      `SELECT to_jsonb(t) AS row FROM ${table} t WHERE ${both} ORDER BY to_jsonb(t)::text`,
      [...boards],
      [...people],
    );
    found[table] = rows.map(({ row }) => row);
  }
  return found;
}
