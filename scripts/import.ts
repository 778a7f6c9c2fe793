// `npm run import -- FILE [--board NAME]`: brings debates along from another forum.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { SingleBar } from "cli-progress";
import { boardSchema } from "@/lib/boards/schema";
import { db } from "@/lib/db/client";
import { boardNamed, DEFAULT_BOARD } from "@/lib/transfer/boards.commands";
import { added, type ImportCounts, noCounts, summaryOf } from "@/lib/transfer/counts";
import { importThread } from "@/lib/transfer/import.commands";
import { type FileRecord, recordsIn } from "@/lib/transfer/records";
import { parseThread } from "@/lib/transfer/thread.schema";
import { explain, isDiskFull, Problem, sentence } from "@/scripts/say";

const USAGE = "Usage: npm run import -- FILE [--board NAME]";
const DATABASE_LOST =
  "The database does not answer any more: threads imported so far are kept; import the file again to go on.";

async function main(): Promise<void> {
  const { file, board } = wanted();
  const size = await sizeOf(file);
  if (!process.env.DATABASE_URL) {
    throw new Problem("DATABASE_URL is not set: run this by `npm run import`, which sets it.");
  }
  const began = performance.now();
  const boardId = board === null ? null : await boardNamed(board);
  const progress = progressBar(size);
  let counts = noCounts();
  let bad = 0;
  try {
    for await (const record of recordsIn(progress.watched(createReadStream(file)))) {
      const done = await importRecord(record, boardId);
      if (typeof done !== "string") counts = added(counts, done);
      else {
        bad += 1;
        progress.write(`Line ${record.line}: ${done}`);
      }
      progress.threads(counts.threads + counts.known.threads);
    }
  } finally {
    progress.stop();
  }
  const seconds = (performance.now() - began) / 1000;
  process.stdout.write(`${summaryOf(counts, seconds)}\n`);
  if (bad === 0) return;
  process.stderr.write(
    bad === 1
      ? "1 line could not be imported, as said above; everything else was.\n"
      : `${bad} lines could not be imported, as said above; everything else was.\n`,
  );
  process.exitCode = 1;
}

/**
 * Whatever goes wrong with one line is that line's; only without a database that answers and has
 * room there is no use in going on.
 *
 * @returns what was imported, or why nothing was
 */
async function importRecord(
  record: FileRecord,
  boardId: number | null,
): Promise<ImportCounts | string> {
  try {
    return await importThreadOf(record, boardId);
  } catch (error) {
    if (isDiskFull(String(error))) throw error;
    await db().$queryRaw`SELECT 1`.catch(() => {
      throw new Problem(DATABASE_LOST);
    });
    const trace = process.env.DEBUG && error instanceof Error ? `\n${error.stack}` : "";
    return `${sentence(error)}${trace}`;
  }
}

async function importThreadOf(
  record: FileRecord,
  boardId: number | null,
): Promise<ImportCounts | string> {
  if ("problem" in record) return record.problem;
  const thread = parseThread(record.value);
  if (!thread.ok) return thread.message;
  const imported = await importThread(thread.value, boardId, () => boardNamed(DEFAULT_BOARD));
  return imported.ok ? imported.value : imported.message;
}

function wanted(): { file: string; board: string | null } {
  let parsed: { values: { board?: string }; positionals: string[] };
  try {
    parsed = parseArgs({ options: { board: { type: "string" } }, allowPositionals: true });
  } catch {
    throw new Problem(USAGE);
  }
  const [file, ...others] = parsed.positionals;
  if (file === undefined || others.length > 0) throw new Problem(USAGE);
  // npm runs scripts in the project's folder; people name files from where they stand.
  const from = process.env.INIT_CWD ?? process.cwd();
  const board = boardSchema.shape.name.optional().safeParse(parsed.values.board);
  if (!board.success) throw new Problem(board.error.issues[0]?.message ?? USAGE);
  return { file: path.resolve(from, file), board: board.data ?? null };
}

async function sizeOf(file: string): Promise<number> {
  try {
    const found = await stat(file);
    if (found.isDirectory()) throw new Problem(`${file} is a folder: name a file in it.`);
    return found.size;
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(`There is no file ${file} that can be read.`);
  }
}

/** How far the file is read, shown on a terminal and nowhere else. */
function progressBar(size: number) {
  const bar = process.stderr.isTTY
    ? new SingleBar({
        stream: process.stderr,
        format: "{bar} {percentage} %, {threads} threads",
        barCompleteChar: "━",
        barIncompleteChar: "─",
        hideCursor: true,
      })
    : null;
  let threads = 0;
  bar?.start(Math.max(size, 1), 0, { threads });
  return {
    async *watched(file: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
      for await (const chunk of file) {
        yield chunk;
        bar?.increment(chunk.length, { threads });
      }
    },
    threads(count: number): void {
      threads = count;
      bar?.update({ threads });
    },
    /** A line above the bar. */
    write(line: string): void {
      const clear = bar === null ? "" : "\r\u001b[K";
      process.stderr.write(`${clear}${line}\n`);
    },
    stop(): void {
      bar?.stop();
    },
  };
}

try {
  await main();
} catch (error) {
  explain(error);
  process.exitCode = 1;
} finally {
  if (process.env.DATABASE_URL) await db().$disconnect();
}
