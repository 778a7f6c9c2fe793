// What must hold of quotes: they stand where they say.
import { linesOf, partsOf } from "@/lib/resolver/elision";
import { nearPlaces, Searchable, Sought } from "@/lib/resolver/locate";
import { normalisedText } from "@/lib/resolver/normalise";
import { codePointLength, sliceCodePoints } from "@/lib/text/code-points";
import { type Range, rangesOf } from "@/lib/text/range";
import { type Forum, gapless, type QuoteRow, unequal } from "./forum";

export function wrongOfQuote(quote: QuoteRow, forum: Forum): string[] {
  const name = `Quote ${quote.id}:`;
  const inside = forum.quotesIn.get(quote.id) ?? [];
  return [
    ...gapless(name, inside),
    ...unequal(`${name} number of runs`, quote.markdownParts.length, inside.length + 1),
    ...unequal(`${name} runs of HTML`, quote.htmlParts.length, quote.markdownParts.length),
    ...unequal(`${name} the post`, quote.postId, forum.revision.get(quote.revisionId)?.postId),
    ...inside.flatMap((nested) =>
      unequal(`${name} the revision of a quote in it`, nested.revisionId, quote.revisionId),
    ),
    ...unequal(`${name} the run that answers it`, quote.answerRun, answeredIn(quote, forum)),
    ...wrongOfPassage(name, quote, forum),
    ...wrongOfStanding(name, quote, forum),
    ...unequal(
      `${name} who is told of its change`,
      quote.changedFor,
      quote.changedAt === null ? null : forum.post.get(quote.postId)?.authorId,
    ),
  ];
}

/** The first run with words that stands behind a quote which is in no other. */
function answeredIn({ containerId, ordinal, revisionId }: QuoteRow, forum: Forum): number | null {
  if (containerId !== null) return null;
  const runs = forum.revision.get(revisionId)?.htmlParts ?? [];
  for (let run = ordinal + 1; run < runs.length; run += 1) if (runs[run] !== "") return run;
  return null;
}

/** What became of the words is told only of a quote whose words do not stand in its source now. */
function wrongOfStanding(name: string, quote: QuoteRow, forum: Forum): string[] {
  const { sourcePostId, sourceRevisionId, nowStart, nowEnd, changedAt } = quote;
  const source = forum.post.get(sourcePostId ?? 0);
  const current = source?.currentRevisionId ?? 0;
  if (source === undefined || sourceRevisionId === current) {
    return unequal(`${name} what became of it`, [nowStart, nowEnd, changedAt], [null, null, null]);
  }
  if (nowStart === null || nowEnd === null) return unequal(`${name} its end now`, nowEnd, nowStart);
  const length = codePointLength(forum.revision.get(current)?.ownText ?? "");
  return unequal(
    `${name} ${nowStart} to ${nowEnd} of ${length} is a passage`,
    nowStart < nowEnd && nowEnd <= length,
    true,
  );
}

function wrongOfPassage(name: string, quote: QuoteRow, forum: Forum): string[] {
  const { sourcePostId, sourceRevisionId, start, end, exact, status } = quote;
  if (sourcePostId === null || sourceRevisionId === null || start === null || end === null) {
    return [
      ...unequal(
        `${name} selector`,
        [sourcePostId, sourceRevisionId, start, end],
        Array(4).fill(null),
      ),
      ...(status === "unverified" || status === "ambiguous"
        ? []
        : [`${name} is ${status} without a source.`]),
    ];
  }
  const source = forum.post.get(sourcePostId);
  const revision = forum.revision.get(sourceRevisionId);
  const ownText = revision?.ownText ?? "";
  const ranges = rangesOf(quote.ranges);
  const quoted = ranges.map((range) => sliceCodePoints(ownText, range.start, range.end));
  return [
    ...unequal(
      `${name} its source's thread, where nothing was moved`,
      forum.moved || source?.threadId === forum.post.get(quote.postId)?.threadId,
      true,
    ),
    ...unequal(`${name} is earlier than its quoter`, sourcePostId < quote.postId, true),
    ...unequal(`${name} the source revision's post`, revision?.postId, sourcePostId),
    ...unequal(
      `${name} ${start} to ${end} of ${codePointLength(ownText)} is a passage`,
      start >= 0 && start < end && end <= codePointLength(ownText),
      true,
    ),
    ...unequal(`${name} its first character`, ranges[0]?.start, start),
    ...unequal(`${name} its last character`, ranges.at(-1)?.end, end),
    ...(inOrder(ranges) ? [] : [`${name} its ranges ${quote.ranges} are not in order.`]),
    ...(says(quoted, exact) || (status === "altered" && isNear(exact, ownText, { start, end }))
      ? []
      : [`${name} (${status}) does not stand in its passage.`]),
  ];
}

function inOrder(ranges: readonly Range[]): boolean {
  return ranges.every(({ start, end }, at) => start < end && start >= (ranges[at - 1]?.end ?? 0));
}

/** Whether the quoted characters are the quote's words: all of them, or its parts. */
function says(quoted: readonly string[], exact: string): boolean {
  const words = lettersOf(quoted.join(" "));
  const readings = [partsOf(exact.trim()), linesOf(exact.trim())]
    .filter((parts) => parts.length > 0)
    .map((parts) => parts.map(({ text }) => lettersOf(text)));
  return [[lettersOf(exact)], ...readings].some((parts) => parts.join("") === words);
}

/** Whether a search for what nearly says it finds this very place. */
function isNear(exact: string, ownText: string, range: Range): boolean {
  return nearPlaces(new Sought(exact), new Searchable(ownText)).some(
    ({ start, end }) => start === range.start && end === range.end,
  );
}

function lettersOf(text: string): string {
  return normalisedText(text).replace(/[^\p{L}\p{N}]/gu, "");
}
