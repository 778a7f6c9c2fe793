// What both peers read: a thread by one SELECT, and its posts as a tree.
import type { Pool } from "pg";

export interface PeerQuote {
  id: number;
  html: string[];
  sourcePostId: number | null;
  sourceAuthor: string | null;
}

export interface PeerPost {
  id: number;
  parentId: number | null;
  author: string;
  createdAt: Date;
  score: number;
  bestRank: number;
  /** The author's own runs, and the quotes between them. */
  html: string[];
  quotes: PeerQuote[];
  replies: PeerPost[];
  /** Some of its words are quoted. */
  answered: boolean;
}

export interface PeerThread {
  title: string;
  opening: PeerPost;
  replyCount: number;
}

// Strings with a separator, since arrays cost the driver more than all the rest.
const SEPARATOR = "\u0001";
const SELECT = `
  SELECT t.title, p.id, p.parent_id, u.username, p.created_at, p.score, p.best_rank,
         array_to_string(r.html_parts, E'\\x01') AS html,
         q.identity, q.source_post_id, s.username AS source_author,
         array_to_string(q.html_parts, E'\\x01') AS quote_html
    FROM threads t
    JOIN posts p ON p.thread_id = t.id
    JOIN users u ON u.id = p.author_id
    JOIN revisions r ON r.id = p.current_revision_id
    LEFT JOIN quotes q ON q.revision_id = r.id AND q.container_id IS NULL
    LEFT JOIN posts sp ON sp.id = q.source_post_id
    LEFT JOIN users s ON s.id = sp.author_id
   WHERE t.id = $1 AND t.hide_action_id IS NULL
     AND p.hide_action_id IS NULL AND p.deleted_at IS NULL
   ORDER BY p.id, q.ordinal`;

/** A post, once for each of its quotes. */
interface Row {
  title: string;
  id: number;
  parent_id: number | null;
  username: string;
  created_at: Date;
  score: number;
  best_rank: number;
  html: string;
  /** Unset, as what follows, of a post that quotes nothing. */
  identity: number | null;
  source_post_id: number | null;
  source_author: string | null;
  quote_html: string | null;
}

/** The thread, its replies ranked as the forum ranks them; null if there is none. */
export async function readThread(pool: Pool, id: number): Promise<PeerThread | null> {
  const { rows } = await pool.query<Row>({ name: "thread", text: SELECT, values: [id] });
  const posts = new Map<number, PeerPost>();
  const answered = new Set<number>();
  for (const row of rows) {
    const post = posts.get(row.id) ?? postOf(row);
    posts.set(row.id, post);
    if (row.identity === null) continue;
    post.quotes.push({
      id: row.identity,
      html: (row.quote_html ?? "").split(SEPARATOR),
      sourcePostId: row.source_post_id,
      sourceAuthor: row.source_author,
    });
    if (row.source_post_id !== null) answered.add(row.source_post_id);
  }
  let opening: PeerPost | undefined;
  for (const post of posts.values()) {
    post.answered = answered.has(post.id);
    if (post.parentId === null) opening = post;
    else posts.get(post.parentId)?.replies.push(post);
  }
  if (opening === undefined) return null;
  for (const post of posts.values()) post.replies.sort((a, b) => b.bestRank - a.bestRank);
  return { title: rows[0]?.title ?? "", opening, replyCount: posts.size - 1 };
}

function postOf(row: Row): PeerPost {
  return {
    id: row.id,
    parentId: row.parent_id,
    author: row.username,
    createdAt: row.created_at,
    score: row.score,
    bestRank: row.best_rank,
    html: row.html.split(SEPARATOR),
    quotes: [],
    replies: [],
    answered: false,
  };
}
