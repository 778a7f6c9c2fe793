import type { Transaction } from "@/lib/db/client";
import { groupBy } from "@/lib/group";
import { LEFT_OPEN } from "@/lib/quotes/choices";
import { QuoteKeys } from "@/lib/resolver/key";
import type { PassageSource } from "@/lib/resolver/resolution";
import type { ChosenPlace, KeptQuote, SettledResolution } from "@/lib/resolver/settle";
import { rangesOf } from "@/lib/text/range";

/** What an edit of a post goes on from, by the keys of its quotes. Their words are not among it. */
export interface QuotesBefore {
  kept: ReadonlyMap<string, KeptQuote>;
  /** The place chosen for every quote that stands in several, or that it was left open. */
  choices: ReadonlyMap<string, ChosenPlace>;
}

/**
 * The quotes of a revision: what an edit of its post may keep.
 *
 * @param options.except posts that are not to be spoken of: quotes of them are to be looked for anew
 */
export async function quotesBefore(
  client: Transaction,
  revisionId: number,
  options: { except?: ReadonlySet<number> } = {},
): Promise<QuotesBefore> {
  const rows = await quoteRows(client, revisionId);
  const inside = groupBy(rows, (row) => row.containerId);
  const keys = new QuoteKeys();
  const kept = new Map<string, KeptQuote>();
  const choices = new Map<string, ChosenPlace>();
  const read = (containerId: number | null) => {
    for (const row of inside.get(containerId) ?? []) {
      const key = keys.next(row.exact);
      const before = options.except && speaksOf(row, options.except) ? null : resolutionOf(row);
      const resolution = before?.source && !mayChooseAnew(row) ? before : null;
      kept.set(key, { identity: row.identity, exact: row.exact, resolution, before });
      const choice = choiceOf(row);
      if (choice !== null) choices.set(key, choice);
      read(row.id);
    }
  };
  read(null);
  return { kept, choices };
}

type QuoteRow = Awaited<ReturnType<typeof quoteRows>>[number];

function quoteRows(client: Transaction, revisionId: number) {
  return client.quote.findMany({
    where: { revisionId },
    orderBy: [{ ordinal: "asc" }, { id: "asc" }],
    select: {
      ...{ id: true, containerId: true, exact: true, identity: true, status: true, chosen: true },
      ...{ sourcePostId: true, sourceRevisionId: true, start: true, end: true, ranges: true },
      ...{ prefix: true, suffix: true, candidatePostIds: true },
      sourcePost: { select: { currentRevisionId: true } },
    },
  });
}

function speaksOf({ sourcePostId, candidatePostIds }: QuoteRow, posts: ReadonlySet<number>) {
  return [sourcePostId ?? 0, ...candidatePostIds].some((id) => posts.has(id));
}

/** What was chosen can be chosen anew, as long as the words stand there. */
function mayChooseAnew({ chosen, sourcePost, sourceRevisionId }: QuoteRow): boolean {
  return chosen && sourcePost?.currentRevisionId === sourceRevisionId;
}

function resolutionOf(row: QuoteRow): SettledResolution {
  const { status, chosen, candidatePostIds } = row;
  return { status, source: sourceOf(row), chosen, candidates: [], candidatePostIds };
}

function sourceOf(row: QuoteRow): PassageSource | null {
  const { sourcePostId: postId, sourceRevisionId: revisionId, start, end } = row;
  if (postId === null || revisionId === null || start === null || end === null) return null;
  const { status, prefix, suffix } = row;
  const ranges = rangesOf(row.ranges);
  return { postId, revisionId, status, start, end, ranges, prefix, suffix };
}

function choiceOf({ chosen, status, sourcePostId, start, end }: QuoteRow): ChosenPlace | null {
  if (chosen && sourcePostId !== null && start !== null && end !== null) {
    return { postId: sourcePostId, start, end };
  }
  return status === "ambiguous" ? LEFT_OPEN : null;
}
