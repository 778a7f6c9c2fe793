// What programs wrote meanwhile, made short: a line a thousand times over hides all others.

/** Lines of a stack trace, and what stands around it, that may come again together. */
const LONGEST_BLOCK = 24;

/** A log in which lines, or blocks of lines, that come again at once stand once, with how often they came. */
export function folded(log: string): string {
  const lines = log.split("\n").map((line) => line.trimEnd());
  const kept: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const size = repeatedFrom(lines, at);
    const times = size === 0 ? 1 : timesFrom(lines, at, size);
    kept.push(...lines.slice(at, at + Math.max(1, size)));
    if (times > 1 && lines.slice(at, at + size).some((line) => line !== "")) {
      kept.push(size === 1 ? `  (${times} times)` : `  (these ${size} lines ${times} times)`);
    }
    at += Math.max(1, size) * times;
  }
  return kept.join("\n");
}

/** The size of the smallest block that begins here and comes again directly; 0 if there is none. */
function repeatedFrom(lines: readonly string[], at: number): number {
  for (let size = 1; size <= LONGEST_BLOCK && at + 2 * size <= lines.length; size += 1) {
    if (timesFrom(lines, at, size) > 1) return size;
  }
  return 0;
}

function timesFrom(lines: readonly string[], at: number, size: number): number {
  let times = 1;
  const comesAgain = (from: number) =>
    from + size <= lines.length &&
    lines.slice(from, from + size).every((line, index) => line === lines[at + index]);
  while (comesAgain(at + times * size)) times += 1;
  return times;
}

/** Collects what one program writes. */
export class ProgramLog {
  private text = "";

  /** @param name the program, as it is called above what it wrote */
  constructor(private readonly name: string) {}

  /** Takes some text, which may end within a line. */
  readonly take = (text: string): void => {
    this.text += text;
  };

  /** Takes a line, or several, without the end of the last. */
  readonly takeLine = (line: string): void => {
    this.text += `${line}\n`;
  };

  /** All of it, folded, under the name of the program; nothing if it wrote nothing. */
  toString(): string {
    const text = folded(this.text).trim();
    return text === "" ? "" : `${this.name} wrote:\n${text}\n`;
  }
}
