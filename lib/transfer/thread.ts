/**
 * A thread on its way in: read from a file (or from the demo), checked, and not yet written. Its
 * people are names; its posts name each other by key.
 */
export interface IncomingThread {
  /** The id where it comes from; null for the demo, which comes from nowhere. */
  sourceId: string | null;
  title: string;
  kind: "link" | "text" | "article";
  url: string | null;
  /** Where it stood; null where the file does not say. */
  board: IncomingBoard | null;
  /** The opening post first; every post after its parent. */
  posts: IncomingPost[];
  moderation: IncomingAction[];
}

export interface IncomingBoard {
  slug: string;
  name: string;
  description: string;
  position: number;
}

export interface IncomingPost {
  /** Unique in the thread. */
  key: string;
  parentKey: string | null;
  sourceId: string | null;
  /** A username of this forum, or the name that one is found for. */
  author: string;
  createdAt: Date;
  deletedAt: Date | null;
  /** At least one; the first is what was posted. */
  revisions: IncomingRevision[];
  votes: { username: string; value: 1 | -1; createdAt: Date }[];
}

export interface IncomingRevision {
  createdAt: Date;
  body: string;
  /** Place among all revisions of the thread, where the file knows in which order they were saved. */
  order: number | null;
  /** Which of several places a quote means, by its key (lib/resolver/key.ts). */
  choices?: { key: string; post: string; start: number; end: number }[];
}

export interface IncomingAction {
  kind: "hide" | "unhide" | "lock" | "unlock";
  by: string;
  /** A reply; null when it concerns the whole thread, and with it the opening post. */
  postKey: string | null;
  reason: string;
  createdAt: Date;
}

/** Everybody who is named in a thread, each once. */
export function namesIn({ posts, moderation }: IncomingThread): string[] {
  const names = posts.flatMap(({ author, votes }) => [
    author,
    ...votes.map(({ username }) => username),
  ]);
  return [...new Set([...names, ...moderation.map(({ by }) => by)])];
}
