import { type Answer, answerKey, type StoredAnswer } from "@/lib/answers/passages";
import type { AnswerView, PointsView, StrayAnswer } from "@/lib/answers/points";
import type { Viewer } from "@/lib/policy/viewer";
import { quotesOf } from "@/lib/quotes/queries";

/** Of each kind so many are listed. */
const STRAYS_SHOWN = 50;

export type Stray = Answer<StoredAnswer> & { standing: StoredAnswer["standing"] };

/** The answers that belong to no passage of the post as it is now. */
export function strayAnswers(own: readonly StoredAnswer[]): Stray[] {
  return (["edited", "ambiguous"] as const).flatMap((standing) =>
    own
      .filter((each) => each.standing === standing)
      .slice(0, STRAYS_SHOWN)
      .map((quote) => ({ standing, postId: quote.postId, run: quote.run, quotes: [quote] })),
  );
}

/** The words that strays quote come from where all quoted words come from. */
export async function readStrays(
  viewer: Viewer,
  strays: readonly Stray[],
  texts: ReadonlyMap<string, AnswerView>,
): Promise<Pick<PointsView, "edited" | "ambiguous">> {
  const revisions = new Set(strays.flatMap(({ quotes }) => quotes.map((each) => each.revisionId)));
  const known = [...(await quotesOf(viewer, [...revisions])).values()].flat();
  const byId = new Map(known.map((quote) => [quote.id, quote]));
  const listed = (standing: StoredAnswer["standing"]) =>
    strays.flatMap((stray): StrayAnswer[] => {
      const quote = byId.get(stray.quotes[0]?.id ?? 0);
      const answer = texts.get(answerKey(stray));
      if (stray.standing !== standing || quote === undefined || answer === undefined) return [];
      return [{ quote, answer }];
    });
  return { edited: listed("edited"), ambiguous: listed("ambiguous") };
}
