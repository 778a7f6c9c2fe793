import { pool } from "@/lib/db/pool";

interface Question {
  threadId: number;
  answer(state: ThreadState): void;
  fail(error: unknown): void;
}

/** The state that the page of a thread is in, and from where on it is told what changes. */
export interface ThreadState {
  /** Equal for equal states. */
  version: string;
  /** The same of all threads together: other as soon as anything changed on the page of any. */
  forum: string;
  /** What the database had seen when it said so (lib/live/cursor.ts). */
  cursor: string;
}

interface VersionRow {
  thread_id: number;
  versions: string;
}

/** The whole forum: names that stand on the page of any thread. */
const FORUM = 0;

/** No threads: the row with the database's snapshot, and the one that is there if anything changed. */
const SNAPSHOT = -1;
const CHANGED = -2;

interface Questions {
  waiting: Question[];
  asking: boolean;
  /** How often something was found changed. */
  changes: number;
  /** The snapshot in which the last change was first seen. */
  seen: string;
  /** When the PostgreSQL that it is of was started. */
  of: string;
}

/** Nothing was seen. */
const BEFORE_ALL = "1:1:";

// See lib/db/client.ts for why it is kept on globalThis.
const shared = globalThis as { rejoinderVersions?: Questions };
shared.rejoinderVersions ??= {
  ...{ waiting: [], asking: false },
  ...{ changes: 0, seen: BEFORE_ALL, of: "" },
};
const questions = shared.rejoinderVersions;

/**
 * Which state the page of a thread is in: a text that changes with every write of anything that page
 * shows to anybody (page_versions, which triggers keep in the transaction of the write). Asked of the
 * database each time, after the call: so whoever shows what it kept under the same version shows
 * nothing older than the call, whichever process wrote since. Calls that come while others are
 * asked are asked together.
 */
export async function threadVersion(threadId: number): Promise<string> {
  return (await threadState(threadId)).version;
}

/**
 * Which state all lists of threads are in, with the same promise: a text that changes with every write
 * of anything that the page of any thread shows, and of a board. What stands in lists is a part of that.
 */
export async function forumVersion(): Promise<string> {
  return (await threadState(FORUM)).forum;
}

/** The version of a thread with what goes along with it. */
export function threadState(threadId: number): Promise<ThreadState> {
  return new Promise((answer, fail) => {
    questions.waiting.push({ threadId, answer, fail });
    if (!questions.asking) void askAll();
  });
}

async function askAll(): Promise<void> {
  questions.asking = true;
  while (questions.waiting.length > 0) {
    const asked = questions.waiting.splice(0);
    try {
      const versions = await versionsOf([...new Set(asked.map(({ threadId }) => threadId))]);
      const names = versions.get(FORUM) ?? "";
      const cursor = versions.get(SNAPSHOT) ?? "";
      const changed = versions.get(CHANGED);
      if (changed !== undefined) {
        Object.assign(questions, { changes: questions.changes + 1, seen: cursor, of: changed });
      }
      const forum = String(questions.changes);
      for (const { threadId, answer } of asked)
        answer({ version: `${names}/${versions.get(threadId) ?? ""}`, forum, cursor });
    } catch (error) {
      for (const { fail } of asked) fail(error);
    }
  }
  questions.asking = false;
}

/**
 * Whether anything changed is not asked by the highest version: a transaction that began early may end
 * late. The newest are looked at first, and none that were written before the snapshot's oldest
 * transaction; "OFFSET 0" keeps the planner to that order, and so to the index. Versions beyond all
 * transactions are of another PostgreSQL, from which a dump was taken. Where another one answers than
 * before, or the same started anew, its transactions say nothing about the snapshot.
 */
async function versionsOf(threadIds: readonly number[]): Promise<Map<number, string>> {
  const { rows } = await pool().query<VersionRow>({
    name: "page-versions",
    text: `SELECT thread_id, string_agg(by_thread_id || ':' || version, ' ' ORDER BY by_thread_id) AS versions
             FROM page_versions WHERE thread_id = ANY($1) GROUP BY thread_id
            UNION ALL SELECT ${SNAPSHOT}, pg_current_snapshot()::text
            UNION ALL SELECT ${CHANGED}, pg_postmaster_start_time()::text
             WHERE pg_postmaster_start_time()::text <> $3
                OR pg_snapshot_xmax(pg_current_snapshot()) < pg_snapshot_xmax($2)
                OR EXISTS (
                     SELECT FROM (SELECT version FROM page_versions
                                   WHERE version >= pg_snapshot_xmin($2)::text::bigint
                                     AND version < pg_snapshot_xmax(pg_current_snapshot())::text::bigint
                                   ORDER BY version DESC OFFSET 0) AS newest
                      WHERE NOT pg_visible_in_snapshot(version::text::xid8, $2))`,
    values: [[FORUM, ...threadIds], questions.seen, questions.of],
  });
  return new Map(rows.map(({ thread_id, versions }) => [thread_id, versions]));
}
