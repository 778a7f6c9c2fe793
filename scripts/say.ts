// What the launcher says, and how it fails: with a sentence, never with a stack trace.

/** An expected failure. Its message is one sentence that tells the operator what to do. */
export class Problem extends Error {}

let terminal: NodeJS.WriteStream = process.stdout;

/** Chatter goes to stderr from now on: stdout belongs to the program that is run. */
export function sayOnStderr(): void {
  terminal = process.stderr;
}

export function say(line: string): void {
  terminal.write(`${line}\n`);
}

/** Says what is being done and, when it is done, how long it took. */
export async function step<T>(doing: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  say(`${doing} …`);
  const result = await work();
  say(`  done in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return result;
}

/** Whether a failure, or the output of a program that failed, speaks of a full disk. */
export function isDiskFull(text: string): boolean {
  return /ENOSPC|no space left on device|disk quota exceeded|EDQUOT/i.test(text);
}

/** The sentence for any failure at all; what was not expected keeps its own words on one line. */
export function sentence(error: unknown): string {
  if (error instanceof Problem) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  const details = error as NodeJS.ErrnoException;
  if (isDiskFull(`${details.code} ${message}`)) return diskFull(details.path);
  if (details.code === "EACCES" || details.code === "EPERM") {
    return `${details.path ?? "A file"} belongs to another user: start as the user who made it, or give it to this one by chown.`;
  }
  // Prisma tells first where it was asked, on several lines, and last what is wrong.
  const telling = message.trim().split("\n").pop();
  return `This should not have happened: ${telling} (set DEBUG=1 to see where).`;
}

export function diskFull(where?: string): string {
  return `The disk is full${where === undefined ? "" : ` (${where})`}: make room and start again; nothing that was saved is lost.`;
}

/** Says why it ends. */
export function explain(error: unknown): void {
  process.stderr.write(`${sentence(error)}\n`);
  if (process.env.DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`);
}
