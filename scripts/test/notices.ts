// What somebody is told, for tests: everything a reader of notices gives, in one place.
import { expect } from "vitest";
import { db } from "@/lib/db/client";
import type { NoticeView } from "@/lib/notices/notice";
import { countUnreadNotices, listNotices } from "@/lib/notices/queries";
import { listedNotices } from "@/lib/policy/notices";
import type { Member } from "@/lib/policy/viewer";
import { doDueJobs } from "@/scripts/test/jobs";

/** Somebody's notices once all is done that their making waits for, the newest first. */
export async function noticesOf(viewer: Member): Promise<NoticeView[]> {
  await doDueJobs();
  await expectCounted(viewer);
  const { lines } = await listNotices(viewer);
  const notices = lines.flatMap((line): readonly NoticeView[] =>
    line.kind === "thread" ? line.posts : [line],
  );
  return [...notices].sort((one, other) => other.id - one.id);
}

/** The count of the header, which is SQL of its own, is that of the rule. */
async function expectCounted(viewer: Member): Promise<void> {
  const where = { ...listedNotices(viewer), readAt: null, kind: { not: "changed" as const } };
  expect(await countUnreadNotices(viewer)).toBe(await db().notice.count({ where }));
}

/** The same in short: of a post its id and why it is told, of anything else its kind. */
export async function told(viewer: Member): Promise<(string | [number, ...string[]])[]> {
  const notices = await noticesOf(viewer);
  return notices.map((notice) =>
    notice.kind === "post" ? [notice.postId, ...notice.reasons] : notice.kind,
  );
}
