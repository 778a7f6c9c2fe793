// What came of a step of `npm test`, as far as its runner's JSON report says.
import { existsSync, readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";
import { root } from "@/scripts/folders";

/** A test that failed. */
export interface Failure {
  /** Its file, and what it is called there. */
  name: string;
  /** What went wrong, in a line. */
  error: string;
}

export interface Report {
  passed: number;
  failed: number;
  skipped: number;
  /** As far as the runner names them. */
  failures: Failure[];
  /** Shown if anything failed. */
  output: string;
}

/** A report without what the runner wrote. */
export type Counts = Omit<Report, "output">;

/** A report in which nothing has happened yet. */
export const NOTHING: Readonly<Report> = {
  ...{ passed: 0, failed: 0, skipped: 0, failures: [], output: "" },
};

/** A step that is one test by itself. */
export function single(passed: boolean, output: string): Report {
  return { ...NOTHING, passed: passed ? 1 : 0, failed: passed ? 0 : 1, output };
}

/**
 * The counts of a report file, never milder than the runner's exit code: a runner that crashed, or
 * a file that could not be loaded, is at least one failure.
 */
export function counted(
  file: string,
  code: number,
  output: string,
  read: (report: unknown, root: string) => Counts,
): Report {
  const counts = existsSync(file) ? read(JSON.parse(readFileSync(file, "utf8")), root) : NOTHING;
  const failed = code === 0 ? counts.failed : Math.max(1, counts.failed);
  return { ...counts, failed, output };
}

/** What failed in a step: the tests by name or, of one that names none, the step itself. */
export function failuresIn(step: string, { failed, failures, output }: Report): Failure[] {
  if (failed === 0 || failures.length > 0) return failures;
  return [{ name: step, error: gist(output) }];
}

/** Failures as the last lines of a log say them once more. */
export function failureLines(failures: readonly Failure[]): string {
  return failures.map(({ name, error }) => `${name}\n    ${error}`).join("\n");
}

const LONGEST_GIST = 300;

/** The first line of an error and, where one is named, the element that it is about. */
export function gist(...errors: readonly (string | undefined)[]): string {
  const telling = errors.flatMap((error) => {
    const lines = stripVTControlCharacters(error ?? "")
      .split("\n")
      .map((line) => line.trim());
    const [first = ""] = lines.filter((line) => line !== "");
    return [first, ...lines.filter((line) => line.startsWith("Locator:")).slice(0, 1)];
  });
  const words = [...new Set(telling)].filter((line) => line !== "").join(" · ");
  return words.slice(0, LONGEST_GIST) || "It did not say why.";
}
