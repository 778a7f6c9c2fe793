import type { Transaction } from "@/lib/db/client";
import { groupBy } from "@/lib/group";
import { QuoteKeys } from "@/lib/quotes/key";
import { rangesOf } from "@/lib/quotes/locate";
import type { KeptQuote, KeptQuotes, SettledResolution } from "@/lib/quotes/settle";

const SELECT = {
  id: true,
  containerId: true,
  exact: true,
  identity: true,
  status: true,
  chosen: true,
  sourcePostId: true,
  sourceRevisionId: true,
  start: true,
  end: true,
  ranges: true,
  prefix: true,
  suffix: true,
  candidatePostIds: true,
} as const;

/**
 * The quotes of a revision, by their keys: what an edit of its post may keep. Their words are not
 * among it.
 *
 * @param options.except posts that are not to be spoken of: quotes of them are to be looked for anew
 */
export async function keptQuotes(
  client: Transaction,
  revisionId: number,
  options: { except?: ReadonlySet<number> } = {},
): Promise<KeptQuotes> {
  const rows = await client.quote.findMany({
    where: { revisionId },
    orderBy: [{ ordinal: "asc" }, { id: "asc" }],
    select: SELECT,
  });
  const inside = groupBy(rows, (row) => row.containerId);
  const keys = new QuoteKeys();
  const kept = new Map<string, KeptQuote>();
  const read = (containerId: number | null) => {
    for (const row of inside.get(containerId) ?? []) {
      const known = row.sourcePostId !== null && !options.except?.has(row.sourcePostId);
      const resolution = known ? resolutionOf(row) : null;
      kept.set(keys.next(row.exact), { identity: row.identity, resolution });
      read(row.id);
    }
  };
  read(null);
  return kept;
}

interface LinkedRow {
  status: SettledResolution["status"];
  chosen: boolean;
  sourcePostId: number | null;
  sourceRevisionId: number | null;
  start: number | null;
  end: number | null;
  ranges: number[];
  prefix: string;
  suffix: string;
}

function resolutionOf(row: LinkedRow): SettledResolution | null {
  const { sourcePostId: postId, sourceRevisionId: revisionId, start, end } = row;
  if (postId === null || revisionId === null || start === null || end === null) return null;
  const { status, chosen, prefix, suffix } = row;
  const ranges = rangesOf(row.ranges);
  const source = { postId, revisionId, status, start, end, ranges, prefix, suffix };
  return { status, source, chosen, candidates: status === "ambiguous" ? [source] : [] };
}
