// The shape of the demo content. The loader turns it into boards, people, threads and posts.

export interface DemoPost {
  key: string;
  /** The key of the post that this one replies to; null for the opening post. */
  parent: string | null;
  author: string;
  /** minutes after the thread's opening post */
  minutes: number;
  body: string;
  /** later revisions, oldest first; minutes are counted from the opening post, as above */
  edits?: { minutes: number; body: string }[];
  /** its author deleted it, after every reply that quotes it was written */
  deleted?: boolean;
  up?: string[];
  down?: string[];
}

export interface DemoThread {
  key: string;
  /** slug */
  board: string;
  kind: "link" | "text" | "article";
  title: string;
  url?: string;
  /** hours before the demo is loaded that the thread was opened */
  hoursAgo: number;
  posts: DemoPost[];
}

export interface DemoBoard {
  slug: string;
  name: string;
  description: string;
}

export interface DemoPerson {
  username: string;
}
