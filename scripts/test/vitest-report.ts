// What Vitest's report says.
import path from "node:path";
import { type Counts, type Failure, gist } from "@/scripts/test/reports";

interface VitestFile {
  name: string;
  status: string;
  message?: string;
  assertionResults: { fullName: string; status: string; failureMessages?: string[] }[];
}

/**
 * Vitest's `json` reporter, which is Jest's.
 *
 * @param root the folder from which files are named
 */
export function vitestCounts(report: unknown, root: string): Counts {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } =
    report as Record<string, number> & { testResults?: VitestFile[] };
  return {
    passed: numPassedTests ?? 0,
    failed: numFailedTests ?? 0,
    skipped: (numPendingTests ?? 0) + (numTodoTests ?? 0),
    failures: (testResults ?? []).flatMap((file) => vitestFailures(file, root)),
  };
}

function vitestFailures(file: VitestFile, root: string): Failure[] {
  const name = path.relative(root, file.name);
  const failed = file.assertionResults.filter(({ status }) => status === "failed");
  if (failed.length > 0) {
    return failed.map(({ fullName, failureMessages = [] }) => {
      return { name: `${name} › ${fullName}`, error: gist(failureMessages[0]) };
    });
  }
  // It could not be loaded, or what comes before its tests failed.
  return file.status === "failed" ? [{ name, error: gist(file.message) }] : [];
}
