// What the runners' JSON reports say.
import { existsSync, readFileSync } from "node:fs";

export interface Report {
  passed: number;
  failed: number;
  skipped: number;
  /** Shown if anything failed. */
  output: string;
}

/** A step that is one test by itself. */
export function single(passed: boolean, output: string): Report {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0, output };
}

/**
 * The counts of a report file, never milder than the runner's exit code: a runner that crashed, or
 * a file that could not be loaded, is at least one failure.
 */
export function counted(
  file: string,
  code: number,
  output: string,
  read: (report: unknown) => Omit<Report, "output">,
): Report {
  const none = { passed: 0, failed: 0, skipped: 0 };
  const counts = existsSync(file) ? read(JSON.parse(readFileSync(file, "utf8"))) : none;
  const failed = code === 0 ? counts.failed : Math.max(1, counts.failed);
  return { ...counts, failed, output };
}

/** Vitest's `json` reporter, which is Jest's. */
export function vitestCounts(report: unknown): Omit<Report, "output"> {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report as Record<
    string,
    number
  >;
  return {
    passed: numPassedTests ?? 0,
    failed: numFailedTests ?? 0,
    skipped: (numPendingTests ?? 0) + (numTodoTests ?? 0),
  };
}

/** Playwright's `json` reporter. A test that passed only when tried again is not to be relied on. */
export function playwrightCounts(report: unknown): Omit<Report, "output"> {
  const { stats } = report as { stats: Record<string, number> };
  return {
    passed: stats.expected ?? 0,
    failed: (stats.unexpected ?? 0) + (stats.flaky ?? 0),
    skipped: stats.skipped ?? 0,
  };
}
