import type { NoticeLine, NoticeView, PostNotice, ThreadGroup } from "@/lib/notices/notice";

/** How many lines a page of notices has. */
export const LINES_PER_PAGE = 30;

/**
 * Notices as the lines of a page: those of one thread together, read and unread ones apart, each line
 * where its newest notice stands. A page ends where a line too many would begin.
 *
 * @param notices the newest first
 * @returns `last`: the id of the last notice on the page; null where there was none
 */
export function linesOf(
  notices: readonly NoticeView[],
  most = LINES_PER_PAGE,
): { lines: NoticeLine[]; last: number | null } {
  const lines: (NoticeLine | PostNotice[])[] = [];
  const groups = new Map<string, PostNotice[]>();
  let last: number | null = null;
  for (const notice of notices) {
    const key = notice.kind === "post" ? `${notice.thread.id} ${notice.unread}` : null;
    const group = key === null ? undefined : groups.get(key);
    if (group === undefined && lines.length === most) break;
    if (notice.kind !== "post") lines.push(notice);
    else if (group !== undefined) group.push(notice);
    else {
      const begun = [notice];
      groups.set(key ?? "", begun);
      lines.push(begun);
    }
    last = notice.id;
  }
  return { lines: lines.map((line) => (Array.isArray(line) ? groupOf(line) : line)), last };
}

function groupOf(posts: readonly PostNotice[]): ThreadGroup {
  const [newest, ...others] = posts;
  if (newest === undefined) throw new Error("A line without a notice.");
  const { thread, unread } = newest;
  return { kind: "thread", thread, unread, posts: [newest, ...others] };
}
