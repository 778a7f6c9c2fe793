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
  /** What the database had seen when it said so (lib/live/cursor.ts). */
  cursor: string;
}

interface VersionRow {
  thread_id: number;
  versions: string;
}

/** The whole forum: names that stand on the page of any thread. */
const FORUM = 0;

/** No thread: the row with the database's snapshot. */
const SNAPSHOT = -1;

// See lib/db/client.ts for why it is kept on globalThis.
const shared = globalThis as { rejoinderVersions?: { waiting: Question[]; asking: boolean } };
shared.rejoinderVersions ??= { waiting: [], asking: false };
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

/** The same with what goes along with it. */
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
      const forum = versions.get(FORUM) ?? "";
      const cursor = versions.get(SNAPSHOT) ?? "";
      for (const { threadId, answer } of asked)
        answer({ version: `${forum}/${versions.get(threadId) ?? ""}`, cursor });
    } catch (error) {
      for (const { fail } of asked) fail(error);
    }
  }
  questions.asking = false;
}

async function versionsOf(threadIds: readonly number[]): Promise<Map<number, string>> {
  const { rows } = await pool().query<VersionRow>({
    name: "page-versions",
    text: `SELECT thread_id, string_agg(by_thread_id || ':' || version, ' ' ORDER BY by_thread_id) AS versions
             FROM page_versions WHERE thread_id = ANY($1) GROUP BY thread_id
            UNION ALL SELECT ${SNAPSHOT}, pg_current_snapshot()::text`,
    values: [[FORUM, ...threadIds]],
  });
  return new Map(rows.map(({ thread_id, versions }) => [thread_id, versions]));
}
