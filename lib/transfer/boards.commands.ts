import { createHash } from "node:crypto";
import GithubSlugger from "github-slugger";
import { db } from "@/lib/db/client";
import type { IncomingBoard } from "@/lib/transfer/thread";

/** Where threads go that do not say where they belong. */
export const DEFAULT_BOARD = "Imported";

const MAX_SLUG_LENGTH = 40;

/**
 * The board that the operator names by its slug or, in any case, by its name; made when missing.
 *
 * @returns the board's id
 */
export async function boardNamed(name: string): Promise<number> {
  const slug = slugOf(name);
  const boards = await db().board.findMany({
    where: { OR: [{ slug: name }, { slug }, { name: { equals: name, mode: "insensitive" } }] },
    orderBy: { id: "asc" },
    select: { id: true, slug: true, name: true },
  });
  const bySlug = boards.find((each) => each.slug === name);
  const board = bySlug ?? boards.find((each) => each.slug !== slug) ?? boards[0];
  return board?.id ?? boardOf({ slug, name, description: "", position: await lastPosition() });
}

/** The board of an export, by its slug; made when missing, left as it is when not. */
export async function boardOf(board: IncomingBoard): Promise<number> {
  // Two imports may want the same board at once: the first makes it, both find it.
  await db().board.createMany({ data: board, skipDuplicates: true });
  const { id } = await db().board.findUniqueOrThrow({
    where: { slug: board.slug },
    select: { id: true },
  });
  return id;
}

/**
 * The name as an address: small letters a–z, digits, single hyphens between them. A name without
 * any such letter gives a number made from it.
 */
function slugOf(name: string): string {
  const plain = new GithubSlugger().slug(name.normalize("NFKD"));
  const slug = plain
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, MAX_SLUG_LENGTH)
    .replace(/^-+|-+$/g, "");
  if (slug !== "") return slug;
  return `board-${createHash("sha256").update(name).digest("hex").slice(0, 6)}`;
}

async function lastPosition(): Promise<number> {
  const { _max } = await db().board.aggregate({ _max: { position: true } });
  return Math.min((_max.position ?? -1) + 1, 9999);
}
