// `npm run export -- (--thread ID | --all) [--as public]`: debates as JSON Lines on stdout, a thread
// a line. For the operator everything, with `--as public` what a signed-out viewer may see. Accounts
// are no debates: no password, e-mail address or session is ever part of it.
import { parseArgs } from "node:util";
import { db } from "@/lib/db/client";
import { parseId } from "@/lib/schema";
import { type Audience, exportThread, exportThreads } from "@/lib/transfer/export.queries";
import type { ExportedThread } from "@/lib/transfer/exported";
import { forumId } from "@/lib/transfer/forum.commands";
import { explain, Problem } from "@/scripts/say";

const USAGE = "Usage: npm run export -- (--thread ID | --all) [--as public]";

async function main(): Promise<void> {
  const { threadId, audience } = wanted();
  if (!process.env.DATABASE_URL) {
    throw new Problem("DATABASE_URL is not set: run this by `npm run export`, which sets it.");
  }
  const options = { audience, forum: await forumId() };
  if (threadId === null) {
    for await (const thread of exportThreads(options)) await write(thread);
    return;
  }
  const thread = await exportThread(options, threadId);
  if (thread !== null) return write(thread);
  const forPublic = audience === "public" ? " that a signed-out viewer may see" : "";
  throw new Problem(`There is no thread ${threadId}${forPublic}.`);
}

function wanted(): { threadId: number | null; audience: Audience } {
  const options = {
    thread: { type: "string" },
    all: { type: "boolean" },
    as: { type: "string" },
  } as const;
  let values: { thread?: string; all?: boolean; as?: string };
  try {
    values = parseArgs({ options }).values;
  } catch {
    throw new Problem(USAGE);
  }
  const isPublic = values.as === "public";
  if (values.as !== undefined && !isPublic) throw new Problem(USAGE);
  if ((values.thread === undefined) === (values.all !== true)) throw new Problem(USAGE);
  const threadId = parseId(values.thread);
  if (values.thread !== undefined && threadId === null) {
    throw new Problem(`${values.thread} is not the id of a thread: it is the number in /t/ID.`);
  }
  return { threadId, audience: isPublic ? "public" : "operator" };
}

/** Waits until the reader has taken it, so that a slow one costs no memory. */
function write(thread: ExportedThread): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(`${JSON.stringify(thread)}\n`, (error) => {
      if (error) reject(unread(error));
      else resolve();
    });
  });
}

function unread(error: NodeJS.ErrnoException): Error {
  if (error.code !== "EPIPE") return error;
  return new Problem("Whoever read the export stopped reading, so it ended before its end.");
}

// Said by whoever was writing; without a listener it would be thrown a second time.
process.stdout.on("error", () => {});
try {
  await main();
} catch (error) {
  explain(error);
  process.exitCode = 1;
} finally {
  if (process.env.DATABASE_URL) await db().$disconnect();
}
