import type { FlatPost } from "@/lib/posts/tree";
import type { PostView } from "@/lib/posts/view";

/**
 * Replies nest in the page to this depth; below it they follow one another at the same indent. A
 * chain of replies may be thousands deep, and neither a browser nor a screen has room for that.
 */
export const MAX_NESTING = 12;

const BRANCH = Buffer.from('<div class="branch">');
const REPLIES = Buffer.from('<div class="replies">');
const END = Buffer.from("</div>");

/** A branch whose elements are not closed yet. */
interface OpenBranch {
  depth: number;
  /** The element of its replies is open, too. */
  hasReplies: boolean;
}

type Row = Pick<FlatPost<PostView>, "depth">;

/**
 * Replies as nested HTML, in pieces to be put one behind the other; without recursion.
 *
 * @param rows in reading order; a page of a long thread may begin in the middle of a branch
 * @param draw a post; `folds` says whether its branch nests in the page, or stands too deep for that
 */
export function treeHtml<Each extends Row>(
  rows: readonly Each[],
  draw: (row: Each, folds: "branch" | "post") => Buffer,
): Buffer[] {
  const pieces: Buffer[] = [];
  const open: OpenBranch[] = [];
  const closeTo = (depth: number) => {
    for (let last = open.at(-1); last && last.depth >= depth; last = open.at(-1)) {
      open.pop();
      pieces.push(...(last.hasReplies ? [END, END] : [END]));
    }
  };
  for (const row of rows) {
    const tooDeep = row.depth >= MAX_NESTING;
    closeTo(Math.min(row.depth, MAX_NESTING));
    const above = open.at(-1);
    if (above && !above.hasReplies) {
      above.hasReplies = true;
      pieces.push(REPLIES);
    }
    if (tooDeep) pieces.push(draw(row, "post"));
    else {
      pieces.push(BRANCH, draw(row, "branch"));
      open.push({ depth: row.depth, hasReplies: false });
    }
  }
  closeTo(0);
  return pieces;
}
