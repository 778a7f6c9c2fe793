import type { Statements } from "@/lib/db/client";
import type { Member } from "@/lib/policy/viewer";
import { moderatesBoard } from "@/lib/policy/visibility";
import { type Failure, failure } from "@/lib/result";
import {
  HELD_BECAUSE,
  REFUSED_BECAUSE,
  type Screening,
  type ScreeningRule,
  type ScreeningSettings,
  screen,
} from "@/lib/screening/screening";
import type { ScreenedText } from "@/lib/screening/text";

/**
 * What the board's rules say of something that is about to be published. Whoever moderates the board
 * is not screened.
 *
 * @param edited its first state was read by somebody, or needed not be: it is held for what it says alone
 */
export async function screeningOf(
  tx: Statements,
  actor: Member,
  boardId: number,
  text: ScreenedText,
  { edited = false } = {},
): Promise<Screening> {
  if (moderatesBoard(actor, boardId)) return "pass";
  const rows = await tx.$queryRaw<(ScreeningSettings & { visible: number })[]>`
    SELECT b.hold_first AS "holdFirst", b.held_words AS "heldWords", b.refused_words AS "refusedWords",
           b.held_domains AS "heldDomains", b.refused_domains AS "refusedDomains",
           (SELECT count(*)::int FROM (
              SELECT FROM posts own
                JOIN threads t ON t.id = own.thread_id AND t.hide_action_id IS NULL
               WHERE own.author_id = ${actor.id} AND own.hide_action_id IS NULL
                 AND own.deleted_at IS NULL
               LIMIT b.hold_first) AS first) AS visible
      FROM boards b WHERE b.id = ${boardId}`;
  const board = rows[0];
  if (board === undefined) return "pass";
  return screen(text, board.visible, edited ? { ...board, holdFirst: 0 } : board);
}

/** The refusal of a post that the board does not take; null for one that is taken, or held. */
export function refusal(screening: Screening): Failure | null {
  if (screening === "pass" || screening.verdict !== "refuse") return null;
  const { why } = screening;
  return failure("denied", why === "first posts" ? "" : REFUSED_BECAUSE[why]);
}

/** Something that was just written, and not yet committed. */
export interface Written {
  boardId: number;
  threadId: number;
  /** A reply; null for the whole thread. */
  postId: number | null;
  revisionId: number;
  /** How many quotes stand in it. */
  quotes: number;
}

/**
 * Holds what the screening before it was written asked to hold, or what its quotes bring along.
 * Counters are the caller's.
 *
 * @returns whether it waits for a moderator now
 */
export async function holdIfScreened(
  tx: Statements,
  actor: Member,
  written: Written,
  before: Screening,
): Promise<boolean> {
  const screening =
    before === "pass" && written.quotes > 0 ? await screeningOfQuotes(tx, actor, written) : before;
  if (screening === "pass") return false;
  await holdBack(tx, written, actor.id, screening.why);
  return true;
}

/**
 * Quotes of which no source is known are words that the quoter brought: they are held where the board
 * would have held or refused them as own words.
 */
async function screeningOfQuotes(
  tx: Statements,
  actor: Member,
  { boardId, revisionId }: Written,
): Promise<Screening> {
  const rows = await tx.$queryRaw<{ html_parts: string[] }[]>`
    SELECT html_parts FROM quotes
     WHERE revision_id = ${revisionId} AND status = 'unverified' ORDER BY id`;
  if (rows.length === 0) return "pass";
  const htmlParts = rows.flatMap((row) => row.html_parts);
  return screeningOf(tx, actor, boardId, { htmlParts }, { edited: true });
}

/** It is hidden by an automatic rule, and its author is told. */
async function holdBack(
  tx: Statements,
  on: Pick<Written, "threadId" | "postId">,
  authorId: number,
  why: ScreeningRule,
): Promise<void> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    INSERT INTO moderation_actions (kind, thread_id, post_id, reason, basis, touched)
    VALUES ('hold', ${on.threadId}, ${on.postId}, ${HELD_BECAUSE[why]}, 'automatic', 1) RETURNING id`;
  const actionId = rows[0]?.id ?? null;
  if (on.postId === null) {
    await tx.$executeRaw`
      UPDATE threads SET hide_action_id = ${actionId}::int WHERE id = ${on.threadId}`;
  } else {
    await tx.$executeRaw`
      UPDATE posts SET hide_action_id = ${actionId}::int WHERE id = ${on.postId}`;
  }
  await tx.$executeRaw`
    INSERT INTO statements (action_id, user_id, role) VALUES (${actionId}::int, ${authorId}, 'author')`;
}
