import { asTheyStand } from "@/lib/accounts/standing.queries";
import { db, inTransaction, isUniqueViolation } from "@/lib/db/client";
import { enqueue } from "@/lib/jobs/commands";
import { mayOpenThread } from "@/lib/policy/debate";
import type { Viewer } from "@/lib/policy/viewer";
import { madeByForm, type PostPlace } from "@/lib/posts/queries";
import { writeRevision } from "@/lib/posts/revisions.commands";
import { failure, type Result, success } from "@/lib/result";
import { routes } from "@/lib/routes";
import { holdIfScreened, refusal, screeningOf } from "@/lib/screening/holding.commands";
import { renderPost } from "@/lib/text/render";
import { addressKey } from "@/lib/threads/address";
import { threadWithAddress } from "@/lib/threads/queries";
import { hotRank } from "@/lib/threads/ranking";
import type { ThreadInput } from "@/lib/threads/schema";

/** What came of opening a thread: a new one, or the one that has the same link already. */
export interface OpenedThread {
  threadId: number;
  existed: boolean;
}

/**
 * Opens a thread with its opening post. Sent twice with one form key, it makes one thread. A link
 * that was posted within the last 30 days leads to the thread that exists.
 */
export async function openThread(actor: Viewer, input: ThreadInput): Promise<Result<OpenedThread>> {
  if (!actor.signedIn) return failure("signed-out", "Please sign in to open a thread.");
  const decision = mayOpenThread(actor);
  if (!decision.allowed) return failure("denied", decision.why);
  const before = await madeByForm(actor, input.formKey, input.text);
  if (before !== null) return opened(before, input);
  const rendered = renderPost(input.text, { headings: input.kind === "article" });
  try {
    return await inTransaction(async (tx) => {
      // Asked again: a suspension may have come since the session was read.
      const now = mayOpenThread(await asTheyStand(tx, actor));
      if (!now.allowed) return failure("denied", now.why);
      const board = await tx.board.findUnique({ where: { slug: input.board } });
      if (board === null) {
        return failure("invalid", "Please mend what is marked below.", {
          board: "There is no such board: please choose one.",
        });
      }
      const createdAt = new Date();
      const urlKey = input.kind === "link" ? addressKey(input.url) : null;
      if (urlKey !== null) {
        // Two people posting one link at the same moment: the second waits and finds the first's.
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${urlKey}, 0))`;
        const existing = await threadWithAddress(tx, actor, urlKey, createdAt);
        if (existing !== null) return success({ threadId: existing, existed: true });
      }
      const { title } = input;
      const url = input.kind === "link" ? input.url : null;
      const screened = { htmlParts: rendered.htmlParts, title, url };
      const screening = await screeningOf(tx, actor, board.id, screened);
      const refused = refusal(screening);
      if (refused !== null) return refused;
      const thread = await tx.thread.create({
        data: {
          boardId: board.id,
          authorId: actor.id,
          kind: input.kind,
          title,
          url,
          urlKey,
          createdAt,
          lastPostAt: createdAt,
          hotRank: hotRank(0, createdAt),
        },
        select: { id: true },
      });
      const post = await tx.post.create({
        data: { threadId: thread.id, authorId: actor.id, createdAt, formKey: input.formKey },
        select: { id: true, threadId: true, parentId: true },
      });
      const revision = await writeRevision(tx, post, { number: 1, createdAt, rendered });
      const written = {
        boardId: board.id,
        threadId: thread.id,
        postId: null,
        revisionId: revision.id,
        quotes: rendered.quotes.length,
      };
      const held = await holdIfScreened(tx, actor, written, screening);
      if (!held) await enqueue(tx, "tell-of-posts", { posts: [post.id] });
      return success({ threadId: thread.id, existed: false });
    });
  } catch (error) {
    const made = isUniqueViolation(error)
      ? await madeByForm(actor, input.formKey, input.text)
      : null;
    if (made === null) throw error;
    return opened(made, input);
  }
}

/** What the same form made before, if it said the same. */
async function opened(
  made: Result<PostPlace>,
  { title }: ThreadInput,
): Promise<Result<OpenedThread>> {
  if (!made.ok) return made;
  const { threadId } = made.value;
  const before = await db().thread.findUniqueOrThrow({
    where: { id: threadId },
    select: { title: true },
  });
  if (before.title === title) return success({ threadId, existed: false });
  const message = `This was published already, as “${before.title}”.`;
  return failure("conflict", message, {}, routes.thread(threadId));
}
