// What Playwright's report says.
import path from "node:path";
import { type Counts, type Failure, gist } from "@/scripts/test/reports";

interface PlaywrightSuite {
  title: string;
  suites?: PlaywrightSuite[];
  specs?: {
    title: string;
    file: string;
    line: number;
    tests: { status: string; results: { errors?: { message?: string }[] }[] }[];
  }[];
}

interface PlaywrightReport {
  stats: Record<string, number>;
  errors?: { message?: string; location?: { file: string } }[];
  suites?: PlaywrightSuite[];
  config?: { rootDir?: string };
}

/**
 * Playwright's `json` reporter. A test that passed only when tried again is not to be relied on.
 *
 * @param root the folder from which files are named
 */
export function playwrightCounts(report: unknown, root: string): Counts {
  const { stats, errors = [], suites = [], config } = report as PlaywrightReport;
  const folder = path.relative(root, config?.rootDir ?? root);
  return {
    passed: stats.expected ?? 0,
    failed: (stats.unexpected ?? 0) + (stats.flaky ?? 0),
    skipped: stats.skipped ?? 0,
    failures: [
      ...errors.map(({ message, location }) => {
        const name = location === undefined ? "Playwright" : path.relative(root, location.file);
        return { name, error: gist(message) };
      }),
      // The outermost suites are the files, which each test names itself.
      ...suites.flatMap((suite) => playwrightFailures(suite, folder, [])),
    ],
  };
}

function playwrightFailures(suite: PlaywrightSuite, folder: string, titles: string[]): Failure[] {
  const own = (suite.specs ?? []).flatMap(({ title, file, line, tests }) =>
    tests
      .filter(({ status }) => status === "unexpected" || status === "flaky")
      .map(({ results }) => {
        const errors = results.flatMap((result) => result.errors ?? []).slice(0, 2);
        const place = `${path.join(folder, file)}:${line}`;
        return {
          name: [place, ...titles, title].join(" › "),
          error: gist(...errors.map(({ message }) => message)),
        };
      }),
  );
  const inner = (suite.suites ?? []).flatMap((each) =>
    playwrightFailures(each, folder, [...titles, each.title]),
  );
  return [...own, ...inner];
}
