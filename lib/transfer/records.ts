/** A JSON value of a file and the number of the line where it begins, or why it can't be read. */
export type FileRecord = { line: number; value: unknown } | { line: number; problem: string };

/** Longer than any debate: a line of a hundred thousand posts. In bytes. */
export const MAX_LINE_LENGTH = 256 * 1024 * 1024;

const TOO_LONG = "the line is too long to be a thread.";
const LINE_FEED = 0x0a;

/**
 * The JSON values of a file, one a line (JSON Lines); or the whole file as one value, where its
 * first line is only the beginning of one. Holds one line in memory at a time.
 */
export async function* recordsIn(file: AsyncIterable<Buffer>): AsyncGenerator<FileRecord> {
  let unfinished: { line: number; text: string }[] = [];
  let length = 0;
  let isFirst = true;
  for await (const { line, text } of linesIn(file)) {
    if (text === null) {
      yield { line, problem: TOO_LONG };
      isFirst = false;
      continue;
    }
    if (unfinished.length > 0) {
      unfinished.push({ line, text });
      length += text.length;
      if (length <= MAX_LINE_LENGTH) continue;
      yield* unfinished.map(recordOf);
      unfinished = [];
    } else if (text.trim() !== "") {
      const record = recordOf({ line, text });
      if (isFirst && "problem" in record && !text.trimEnd().endsWith("}")) {
        unfinished.push({ line, text });
      } else yield record;
      isFirst = false;
    }
  }
  if (unfinished.length > 0) yield* joined(unfinished);
}

/** Lines that are one value together; if they are not, each for itself. */
function joined(lines: { line: number; text: string }[]): FileRecord[] {
  const first = lines[0]?.line ?? 1;
  const whole = recordOf({ line: first, text: lines.map(({ text }) => text).join("\n") });
  if ("value" in whole) return [whole];
  return lines.filter(({ text }) => text.trim() !== "").map(recordOf);
}

function recordOf({ line, text }: { line: number; text: string }): FileRecord {
  try {
    return { line, value: JSON.parse(text) };
  } catch {
    return { line, problem: "this is not JSON." };
  }
}

/** The lines of a file by their numbers from 1; null for the text of one that is too long. */
async function* linesIn(
  file: AsyncIterable<Buffer>,
): AsyncGenerator<{ line: number; text: string | null }> {
  let pieces: Buffer[] = [];
  let length = 0;
  let line = 1;
  const take = (piece: Buffer) => {
    length += piece.length;
    if (length <= MAX_LINE_LENGTH) pieces.push(piece);
    else pieces = [];
  };
  const finished = () => {
    const text = length > MAX_LINE_LENGTH ? null : Buffer.concat(pieces).toString("utf8");
    pieces = [];
    length = 0;
    return { line, text: line === 1 && text?.startsWith("\ufeff") ? text.slice(1) : text };
  };
  for await (const chunk of file) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, from)) {
      take(chunk.subarray(from, end));
      yield finished();
      line += 1;
      from = end + 1;
    }
    take(chunk.subarray(from));
  }
  if (length > 0) yield finished();
}
