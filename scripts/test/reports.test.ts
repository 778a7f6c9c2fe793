import { expect, test } from "vitest";
import { playwrightCounts } from "@/scripts/test/playwright-report";
import { failureLines, failuresIn, gist, NOTHING, single } from "@/scripts/test/reports";
import { vitestCounts } from "@/scripts/test/vitest-report";

const RED = "\u001b[31m";
const PLAIN = "\u001b[39m";

test("a browser test that failed is named by its file and titles, with the first line of its error", () => {
  const result = (status: string, ...messages: string[]) => ({
    tests: [{ status, results: [{ errors: messages.map((message) => ({ message })) }] }],
  });
  const report = {
    config: { rootDir: "/forum/e2e" },
    stats: { expected: 2, unexpected: 2, flaky: 1, skipped: 1 },
    errors: [],
    suites: [
      {
        title: "feeds.spec.ts",
        specs: [
          { title: "is read", file: "feeds.spec.ts", line: 7, ...result("expected") },
          {
            ...{ title: "is sent", file: "feeds.spec.ts", line: 9 },
            ...result("unexpected", `${RED}Error: expect failed${PLAIN}\n\nLocator: #x\nExpected`),
          },
        ],
        suites: [
          {
            title: "without scripts",
            specs: [
              {
                ...{ title: "is late", file: "feeds.spec.ts", line: 11 },
                ...result(
                  "unexpected",
                  `${RED}Test timeout.${PLAIN}`,
                  "Error: page.click: Timeout",
                ),
              },
              { title: "at last", file: "feeds.spec.ts", line: 12, ...result("flaky", "Once") },
            ],
          },
        ],
      },
    ],
  };
  expect(playwrightCounts(report, "/forum")).toEqual({
    ...{ passed: 2, failed: 3, skipped: 1 },
    failures: [
      { name: "e2e/feeds.spec.ts:9 › is sent", error: "Error: expect failed · Locator: #x" },
      {
        name: "e2e/feeds.spec.ts:11 › without scripts › is late",
        error: "Test timeout. · Error: page.click: Timeout",
      },
      { name: "e2e/feeds.spec.ts:12 › without scripts › at last", error: "Once" },
    ],
  });
});

test("so is any other test, and a file that could not be loaded", () => {
  const passed = { fullName: "holds", status: "passed", failureMessages: [] };
  const failed = { fullName: "a rule holds", status: "failed", failureMessages: ["Error: 1\nat"] };
  const report = {
    ...{ numPassedTests: 1, numFailedTests: 1, numPendingTests: 2, numTodoTests: 0 },
    testResults: [
      { name: "/forum/lib/a.test.ts", status: "failed", assertionResults: [passed, failed] },
      { name: "/forum/lib/b.test.ts", status: "failed", message: "No x\n", assertionResults: [] },
      { name: "/forum/lib/c.test.ts", status: "passed", message: "", assertionResults: [passed] },
    ],
  };
  expect(vitestCounts(report, "/forum")).toEqual({
    ...{ passed: 1, failed: 1, skipped: 2 },
    failures: [
      { name: "lib/a.test.ts › a rule holds", error: "Error: 1" },
      { name: "lib/b.test.ts", error: "No x" },
    ],
  });
});

test("a step that names no test is named itself", () => {
  expect(failuresIn("Types", single(true, ""))).toEqual([]);
  expect(failuresIn("Types", single(false, "\n a.ts: wrong\nb.ts: wrong"))).toEqual([
    { name: "Types", error: "a.ts: wrong" },
  ]);
  const named = [{ name: "a test", error: "An error" }];
  expect(failuresIn("Unit tests", { ...NOTHING, failed: 1, failures: named })).toEqual(named);
  expect(failureLines(named)).toBe("a test\n    An error");
});

test("an error is told in a line that is not endless", () => {
  expect(gist(undefined)).toBe("It did not say why.");
  expect(gist("x".repeat(10_000))).toHaveLength(300);
});
