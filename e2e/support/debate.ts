import "./environment";
import { randomUUID } from "node:crypto";
import { createBoard } from "@/lib/boards/commands";
import { db } from "@/lib/db/client";
import { moderate } from "@/lib/moderation/commands";
import type { Member } from "@/lib/policy/viewer";
import { deletePost, editPost, reply } from "@/lib/posts/commands";
import type { Result } from "@/lib/result";
import { openThread } from "@/lib/threads/commands";
import { castVote } from "@/lib/votes/commands";
import type { VoteValue } from "@/lib/votes/vote";
import { unique } from "./unique";

// Boards, threads and posts made by the same commands that the forms use, without a browser.

export interface Board {
  id: number;
  slug: string;
  name: string;
}

export interface Thread {
  id: number;
  /** The opening post. */
  openingId: number;
  title: string;
  board: Board;
  author: Author;
}

/** Whoever acts: a Person of people.ts will do. */
export interface Author {
  viewer: Member;
}

const NOBODY: Member = { signedIn: true, id: 0, username: "nobody", admin: true, moderates: [] };

export async function makeBoard(name = "board"): Promise<Board> {
  const slug = unique(name);
  const board = { slug, name: `Board ${slug}`, description: "For a test.", position: 100 };
  const { id } = must(await createBoard(NOBODY, board));
  return { id, slug, name: board.name };
}

export interface ThreadOptions {
  board: Board;
  author: Author;
  title?: string;
  text?: string;
  kind?: "text" | "link" | "article";
  /** For a link; by default one that nobody has posted. */
  url?: string;
}

export async function makeThread({
  board,
  author,
  title = `A question of ${unique("title")}`,
  text = "What is said here is the beginning of a debate about nothing in particular.",
  kind = "text",
  url = `https://example.org/${unique("page")}`,
}: ThreadOptions): Promise<Thread> {
  const common = { board: board.slug, title, text, formKey: randomUUID() };
  const input = kind === "link" ? { ...common, kind, url } : { ...common, kind };
  const { threadId } = must(await openThread(author.viewer, input));
  const opening = await db().post.findFirstOrThrow({
    where: { threadId, parentId: null },
    select: { id: true },
  });
  return { id: threadId, openingId: opening.id, title, board, author };
}

/** Replies to a post, or to the opening post of a thread. @returns the new post's id */
export async function makeReply(
  parent: number | Thread,
  author: Author,
  text = `This is what ${author.viewer.username} has to say to it.`,
): Promise<number> {
  const parentId = typeof parent === "number" ? parent : parent.openingId;
  const input = { parentId, markdown: text, formKey: randomUUID() };
  return must(await reply(author.viewer, input)).postId;
}

export async function edit(postId: number, author: Author, markdown: string): Promise<void> {
  must(await editPost(author.viewer, { postId, markdown }));
}

export async function remove(postId: number, author: Author): Promise<void> {
  must(await deletePost(author.viewer, postId));
}

export async function vote(postId: number, person: Author, value: VoteValue): Promise<void> {
  must(await castVote(person.viewer, postId, value));
}

/** Hides or unhides a post or thread, or locks or unlocks a thread. */
export async function moderation(
  verb: "hide" | "unhide" | "lock" | "unlock",
  what: { post: number } | { thread: number },
  moderator: Author,
  reason = "Off topic",
): Promise<void> {
  const [target, id] =
    "post" in what ? (["post", what.post] as const) : (["thread", what.thread] as const);
  must(await moderate(moderator.viewer, { verb, target, id, reason }));
}

/** The Markdown of a post as it is stored now, quotes and all. */
export async function storedMarkdown(postId: number): Promise<string> {
  const post = await db().post.findUniqueOrThrow({
    where: { id: postId },
    select: {
      currentRevision: {
        select: {
          markdownParts: true,
          quotes: { orderBy: [{ ordinal: "asc" }, { id: "asc" }] },
        },
      },
    },
  });
  const revision = post.currentRevision;
  if (revision === null) throw new Error(`Post ${postId} has no revision.`);
  const rows = revision.quotes;
  const join = (parts: string[], container: number | null): string => {
    const inside = rows.filter((row) => row.containerId === container);
    return parts
      .map((part, index) => {
        const quote = inside[index];
        return quote === undefined ? part : part + join(quote.markdownParts, quote.id);
      })
      .join("");
  };
  return join(revision.markdownParts, null);
}

function must<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${result.message} ${JSON.stringify(result.fields)}`);
  return result.value;
}
