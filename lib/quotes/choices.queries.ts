import { db, type Transaction } from "@/lib/db/client";
import { groupBy } from "@/lib/group";
import { choiceValue, LEFT_OPEN } from "@/lib/quotes/choices";
import { QuoteKeys } from "@/lib/quotes/key";
import type { Choices, ChosenPlace } from "@/lib/quotes/settle";

/**
 * What the quoter chose in a revision: the place of every quote that stands in several, or that it
 * was left open. Only for settling: it tells neither words nor names.
 */
export async function storedChoices(
  revisionId: number,
  tx: Transaction = db(),
): Promise<Map<string, ChosenPlace>> {
  const rows = await tx.quote.findMany({
    where: { revisionId },
    orderBy: [{ ordinal: "asc" }, { id: "asc" }],
    select: {
      ...{ id: true, containerId: true, exact: true, status: true, chosen: true },
      ...{ sourcePostId: true, start: true, end: true },
    },
  });
  const inside = groupBy(rows, ({ containerId }) => containerId);
  const keys = new QuoteKeys();
  const choices = new Map<string, ChosenPlace>();
  const walk = (containerId: number | null) => {
    for (const row of inside.get(containerId) ?? []) {
      const key = keys.next(row.exact);
      const { sourcePostId, start, end } = row;
      if (row.chosen && sourcePostId !== null && start !== null && end !== null) {
        choices.set(key, { postId: sourcePostId, start, end });
      } else if (row.status === "ambiguous") choices.set(key, LEFT_OPEN);
      walk(row.id);
    }
  };
  walk(null);
  return choices;
}

/** Whether a form chooses otherwise than the revision that it edits. */
export async function chooseAnew(
  choices: Choices,
  revisionId: number,
  tx: Transaction,
): Promise<boolean> {
  if (choices.size === 0) return false;
  const stored = await storedChoices(revisionId, tx);
  return [...stored].some(([key, place]) => {
    const chosen = choices.get(key);
    return chosen !== undefined && choiceValue(chosen) !== choiceValue(place);
  });
}
