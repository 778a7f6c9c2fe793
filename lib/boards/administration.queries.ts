import { db } from "@/lib/db/client";
import { mayAdminister } from "@/lib/policy/accounts";
import type { Viewer } from "@/lib/policy/viewer";
import { SCREENING_SETTINGS, type ScreeningSettings } from "@/lib/screening/screening";

/** A board with what an admin may change, and who moderates it. */
export interface AdministeredBoard {
  id: number;
  slug: string;
  name: string;
  description: string;
  position: number;
  moderators: { id: number; username: string }[];
  /** What it holds for approval or refuses. */
  screening: ScreeningSettings;
}

/** All boards in their order, for admins; none for anybody else. */
export async function administeredBoards(viewer: Viewer): Promise<AdministeredBoard[]> {
  return mayAdminister(viewer).allowed ? boardsWhere({}) : [];
}

/** One board for admins; null for anybody else, and where there is none. */
export async function administeredBoard(
  viewer: Viewer,
  id: number,
): Promise<AdministeredBoard | null> {
  if (!mayAdminister(viewer).allowed) return null;
  return (await boardsWhere({ id }))[0] ?? null;
}

async function boardsWhere(where: { id?: number }): Promise<AdministeredBoard[]> {
  const boards = await db().board.findMany({
    where,
    orderBy: [{ position: "asc" }, { name: "asc" }, { id: "asc" }],
    select: {
      id: true,
      slug: true,
      name: true,
      description: true,
      position: true,
      ...SCREENING_SETTINGS,
      moderators: {
        orderBy: [{ user: { username: "asc" } }, { userId: "asc" }],
        select: { user: { select: { id: true, username: true } } },
      },
    },
  });
  return boards.map(({ moderators, id, slug, name, description, position, ...screening }) => ({
    ...{ id, slug, name, description, position, screening },
    moderators: moderators.map(({ user }) => user),
  }));
}
