import { Prisma } from "@/lib/db/generated/client";
import { MARK, type MarkedPart, markedParts } from "@/lib/search/marks";
import { searchRows } from "@/lib/search/rows.queries";

/** Texts to mark words in; the viewer may read all of them. */
export interface MarkWish {
  /** As text of a tsquery. */
  query: string;
  /** Marked as a whole, such as titles. */
  whole: readonly string[];
  /** Shortened to what stands around the words. */
  long: readonly string[];
  /** The same, for other words: quotes. */
  quotedQuery: string;
  quoted: readonly string[];
}

export interface Marked {
  whole: MarkedPart[][];
  long: MarkedPart[][];
  /** Null for one that does not match. */
  quoted: (MarkedPart[] | null)[];
}

const MARKS = `StartSel=${MARK.start}, StopSel=${MARK.stop}`;
const FRAGMENTS = `${MARKS}, MaxFragments=2, MaxWords=28, MinWords=12, FragmentDelimiter=" … "`;
const WHOLE = `${MARKS}, HighlightAll=true`;

interface HeadlineRow {
  part: "whole" | "long" | "quoted";
  text: string | null;
}

/** Marks the words that were looked for, in one query. */
export async function markWords(wish: MarkWish): Promise<Marked> {
  const rows = await searchRows<HeadlineRow>(Prisma.sql`
    SELECT 'whole' AS part, n, ts_headline('forum', text, ${wish.query}::tsquery, ${WHOLE}) AS text
      FROM unnest(${wish.whole.map(plain)}::text[]) WITH ORDINALITY AS given(text, n)
    UNION ALL
    SELECT 'long', n, ts_headline('forum', text, ${wish.query}::tsquery, ${FRAGMENTS})
      FROM unnest(${wish.long.map(plain)}::text[]) WITH ORDINALITY AS given(text, n)
    UNION ALL
    SELECT 'quoted', n, CASE WHEN to_tsvector('forum', text) @@ ${wish.quotedQuery}::tsquery
             THEN ts_headline('forum', text, ${wish.quotedQuery}::tsquery, ${FRAGMENTS}) END
      FROM unnest(${wish.quoted.map(plain)}::text[]) WITH ORDINALITY AS given(text, n)
     ORDER BY 1, 2`);
  const of = (part: HeadlineRow["part"]) => rows.filter((row) => row.part === part);
  const parts = (row: HeadlineRow) => markedParts(row.text ?? "");
  return {
    whole: of("whole").map(parts),
    long: of("long").map((row, index) => withEnds(parts(row), plain(wish.long[index] ?? ""))),
    quoted: of("quoted").map((row) => (row.text === null ? null : parts(row))),
  };
}

/** Says where the text goes on before and behind what is shown of it. */
function withEnds(parts: MarkedPart[], text: string): MarkedPart[] {
  const shown = parts.map((part) => part.text).join("");
  const whole = text.trim().replace(/[^\p{L}\p{N}]+$/u, "");
  const before = whole.startsWith(shown.trim().slice(0, 20)) ? [] : [GOES_ON.before];
  const behind = shown.trim().endsWith(whole.slice(-20)) ? [] : [GOES_ON.behind];
  return [...before, ...parts, ...behind];
}

const GOES_ON = {
  before: { text: "… ", marked: false },
  behind: { text: " …", marked: false },
};

const MARKED_ALREADY = new RegExp(`[${MARK.start}${MARK.stop}]`, "g");

function plain(text: string): string {
  return text.replace(MARKED_ALREADY, "").replace(/\s+/g, " ");
}
