import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { recordsIn } from "@/lib/transfer/records";
import type { IncomingThread } from "@/lib/transfer/thread";
import { parseThread } from "@/lib/transfer/thread.schema";
import { Problem } from "@/scripts/say";

/** A quote of which somebody knows the source: what the lines of a file of labels are. */
export interface Label {
  thread: string;
  post: string;
  /** The quoted words, as text or as Markdown. */
  quote: string;
  /** The post from which they were taken. */
  source: string;
}

const id = z
  .union([z.string(), z.number().int()], "is missing, or neither a text nor a whole number")
  .transform(String);
const label = z.object({
  thread: id,
  post: id,
  quote: z.string("is missing"),
  source: id,
});

/** The threads of a file in the import format, by their ids there. */
export async function readThreads(file: string): Promise<Map<string, IncomingThread>> {
  const threads = new Map<string, IncomingThread>();
  for await (const { line, value } of recordsOf(file)) {
    const thread = parseThread(value);
    if (!thread.ok) throw new Problem(`${file}, line ${line}: ${thread.message}`);
    threads.set(thread.value.sourceId ?? String(line), thread.value);
  }
  if (threads.size === 0) throw new Problem(`${file} has no threads in it.`);
  return threads;
}

/** Labels by thread; each is checked to name posts that are there. */
export async function readLabels(
  file: string,
  threads: ReadonlyMap<string, IncomingThread>,
): Promise<Map<string, Label[]>> {
  const labels = new Map<string, Label[]>();
  for await (const { line, value } of recordsOf(file)) {
    const where = `${file}, line ${line}`;
    const parsed = label.safeParse(value);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      throw new Problem(`${where}: ${issue?.path.join(".") || "the line"} ${issue?.message}.`);
    }
    const { thread, post, source } = parsed.data;
    const posts = threads.get(thread)?.posts;
    if (!posts) throw new Problem(`${where}: there is no thread ${thread} among the threads.`);
    const missing = [post, source].find((key) => posts.every((known) => known.key !== key));
    if (missing) throw new Problem(`${where}: there is no post ${missing} in thread ${thread}.`);
    labels.set(thread, [...(labels.get(thread) ?? []), parsed.data]);
  }
  if (labels.size === 0) throw new Problem(`${file} has no labels in it.`);
  return labels;
}

async function* recordsOf(file: string): AsyncGenerator<{ line: number; value: unknown }> {
  // npm runs scripts in the project's folder; people name files from where they stand.
  const found = path.resolve(process.env.INIT_CWD ?? process.cwd(), file);
  const isFile = await stat(found).then(
    (entry) => entry.isFile(),
    () => false,
  );
  if (!isFile) throw new Problem(`There is no file ${file} that can be read.`);
  for await (const record of recordsIn(createReadStream(found))) {
    if ("problem" in record) throw new Problem(`${file}, line ${record.line}: ${record.problem}`);
    yield record;
  }
}
