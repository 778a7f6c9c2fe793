import { underRestriction } from "@/lib/accounts/standing.queries";
import { db, type Transaction } from "@/lib/db/client";
import type { PersonFacts } from "@/lib/policy/people";
import type { Member, Restriction, Viewer } from "@/lib/policy/viewer";

/** Somebody who may be acted on, as far as deciding about it goes. */
export interface PersonRow extends PersonFacts {
  username: string;
  createdAt: Date;
  /** The suspension or ban that is in force. */
  restricted: Restriction | null;
}

/** What decides whether the viewer may act on a person; null where there is nobody of this id. */
export async function personFacts(
  viewer: Viewer,
  id: number,
  client: Transaction = db(),
): Promise<PersonRow | null> {
  const row = await client.user.findUnique({
    where: { id },
    select: {
      id: true,
      username: true,
      createdAt: true,
      role: true,
      restrictActionId: true,
      moderates: { select: { boardId: true } },
    },
  });
  if (row === null) return null;
  const { username, createdAt, restrictActionId } = row;
  const admin = row.role === "admin";
  const moderates = row.moderates.map(({ boardId }) => boardId);
  const member: Member = { signedIn: true, id, username, admin, moderates };
  const { restricted = null } = await underRestriction(client, member, restrictActionId);
  const wroteIn = await boardsWrittenIn(viewer, id, client);
  return { id, username, createdAt, admin, moderates, wroteIn, restricted };
}

/** Of the boards that the viewer moderates those in which somebody wrote: no others decide anything. */
async function boardsWrittenIn(
  viewer: Viewer,
  authorId: number,
  client: Transaction,
): Promise<number[]> {
  if (!viewer.signedIn || viewer.moderates.length === 0) return [];
  const rows = await client.$queryRaw<{ id: number }[]>`
    SELECT id FROM unnest(${[...viewer.moderates]}::int[]) AS board(id)
     WHERE EXISTS (SELECT FROM posts p JOIN threads t ON t.id = p.thread_id
                    WHERE p.author_id = ${authorId} AND t.board_id = board.id)`;
  return rows.map(({ id }) => id);
}
