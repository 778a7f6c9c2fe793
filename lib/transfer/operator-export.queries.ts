import { db } from "@/lib/db/client";
import type { Member } from "@/lib/policy/viewer";
import { markdownOf } from "@/lib/quotes/body";
import { LEFT_OPEN } from "@/lib/quotes/choices";
import { quotesBefore } from "@/lib/quotes/kept.queries";
import { quotesOf } from "@/lib/quotes/queries";
import type { ExportedChoice, ExportedThread } from "@/lib/transfer/exported";

/**
 * Adds to an exported thread what only its operator gets: every revision, every vote, every action
 * of a moderator. With these an import into an empty forum loses nothing.
 */
export async function addOperatorParts(
  operator: Member,
  thread: ExportedThread,
): Promise<ExportedThread> {
  const threadId = Number(thread.id);
  const rows = await db().post.findMany({
    where: { threadId },
    orderBy: { id: "asc" },
    select: {
      id: true,
      deletedAt: true,
      revisions: {
        orderBy: { number: "asc" },
        select: { id: true, number: true, createdAt: true, markdownParts: true },
      },
      votes: {
        orderBy: [{ createdAt: "asc" }, { userId: "asc" }],
        select: { value: true, createdAt: true, user: { select: { username: true } } },
      },
    },
  });
  const revisionIds = rows.flatMap(({ revisions }) => revisions.map(({ id }) => id));
  const quotes = await quotesOf(operator, revisionIds);
  // Ids are given in the order in which revisions are saved, whatever the clock says.
  const order = new Map(revisionIds.sort((a, b) => a - b).map((id, index) => [id, index]));
  const choices = await readChoices(threadId);
  const parts = new Map(
    rows.map((row) => {
      const revisions = row.revisions.map(({ id, number, createdAt, markdownParts }) => ({
        number,
        createdAt: createdAt.toISOString(),
        order: order.get(id) ?? 0,
        body: markdownOf({ markdownParts, quotes: quotes.get(id) ?? [] }),
        ...(choices.has(id) ? { choices: choices.get(id) } : {}),
      }));
      const votes = row.votes.map(({ user, value, createdAt }) => {
        return { username: user.username, value, createdAt: createdAt.toISOString() };
      });
      const deletedAt = row.deletedAt?.toISOString() ?? null;
      return [String(row.id), { deletedAt, revisions, votes }] as const;
    }),
  );
  return {
    ...thread,
    posts: thread.posts.map((post) => ({ ...post, ...parts.get(post.id) })),
    moderation: await readModeration(threadId),
  };
}

/** By revision. Few quotes stand in several places, and fewer were chosen for. */
async function readChoices(threadId: number): Promise<Map<number, ExportedChoice[]>> {
  const rows = await db().quote.findMany({
    where: { chosen: true, post: { threadId } },
    distinct: ["revisionId"],
    select: { revisionId: true },
  });
  const choices = new Map<number, ExportedChoice[]>();
  for (const { revisionId } of rows) {
    const before = await quotesBefore(db(), revisionId);
    const chosen = [...before.choices].filter(([, { postId }]) => postId !== LEFT_OPEN.postId);
    choices.set(
      revisionId,
      chosen.map(([key, { postId, start, end }]) => ({ key, post: String(postId), start, end })),
    );
  }
  return choices;
}

/** What an import can do again; waiting for approval is being hidden. */
const EXPORTED_KINDS = {
  ...({ hide: "hide", hold: "hide", unhide: "unhide", approve: "unhide" } as const),
  ...({ lock: "lock", unlock: "unlock" } as const),
} as const;

/** By whom automatic rules acted, in a format that knows people alone. */
const AUTOMATIC = "automatic-rule";

async function readModeration(threadId: number): Promise<ExportedThread["moderation"]> {
  const rows = await db().moderationAction.findMany({
    where: {
      kind: { in: Object.keys(EXPORTED_KINDS) as ExportedKind[] },
      // Posts may have come from another thread, with what was done to them there.
      OR: [
        { threadId, postId: null },
        { post: { threadId } },
        { hidesPosts: { some: { threadId } } },
      ],
    },
    orderBy: { id: "asc" },
    select: {
      kind: true,
      postId: true,
      branch: true,
      reason: true,
      createdAt: true,
      actor: { select: { username: true } },
      hidesPosts: { where: { threadId }, select: { id: true }, orderBy: { id: "asc" } },
    },
  });
  return rows.flatMap(({ kind, postId, branch, reason, createdAt, actor, hidesPosts }) => {
    // A branch is hidden post by post there: those that it still hides.
    const posts = branch ? hidesPosts.map(({ id }) => id) : [postId];
    return posts.map((post) => ({
      kind: EXPORTED_KINDS[kind as ExportedKind],
      by: actor?.username ?? AUTOMATIC,
      post: post === null ? null : String(post),
      reason,
      createdAt: createdAt.toISOString(),
    }));
  });
}

type ExportedKind = keyof typeof EXPORTED_KINDS;
