import type { BoardInput } from "@/lib/boards/schema";
import { db, isUniqueViolation } from "@/lib/db/client";
import { mayAdminister } from "@/lib/policy/accounts";
import type { Viewer } from "@/lib/policy/viewer";
import { type Failure, failure, type Result, success } from "@/lib/result";
import type { ScreeningSettings } from "@/lib/screening/screening";

/** Makes a board. */
export async function createBoard(
  actor: Viewer,
  board: BoardInput,
): Promise<Result<{ id: number }>> {
  const refusal = refuse(actor);
  if (refusal !== null) return refusal;
  try {
    return success(await db().board.create({ data: board, select: { id: true } }));
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return slugTaken();
  }
}

/** Changes a board. A new slug is a new address: links to the old one then lead nowhere. */
export async function changeBoard(actor: Viewer, id: number, board: BoardInput): Promise<Result> {
  const refusal = refuse(actor);
  if (refusal !== null) return refusal;
  try {
    const { count } = await db().board.updateMany({ where: { id }, data: board });
    return count === 1 ? success() : failure("missing", "There is no such board.");
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return slugTaken();
  }
}

/** Changes what a board holds for approval or refuses. Posts that are there already stay as they are. */
export async function changeScreening(
  actor: Viewer,
  id: number,
  { holdFirst, heldWords, refusedWords, heldDomains, refusedDomains }: ScreeningSettings,
): Promise<Result> {
  const refusal = refuse(actor);
  if (refusal !== null) return refusal;
  const { count } = await db().board.updateMany({
    where: { id },
    data: {
      holdFirst,
      heldWords: [...heldWords],
      refusedWords: [...refusedWords],
      heldDomains: [...heldDomains],
      refusedDomains: [...refusedDomains],
    },
  });
  return count === 1 ? success() : failure("missing", "There is no such board.");
}

function refuse(actor: Viewer): Failure | null {
  const decision = mayAdminister(actor);
  return decision.allowed ? null : failure(actor.signedIn ? "denied" : "signed-out", decision.why);
}

function slugTaken(): Failure {
  return failure("conflict", "Please mend what is marked below.", {
    slug: "Another board has this address.",
  });
}
