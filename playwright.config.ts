import { defineConfig } from "@playwright/test";
import { chromium } from "./scripts/chromium";

// Run by `npm test`, which starts the forum and says in E2E_BASE_URL where (scripts/test/browser.ts).
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // Generous: a busy machine is no reason to fail, and nothing here measures time.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [["line"], ["json"]] : "line",
  use: {
    baseURL: process.env.E2E_BASE_URL,
    browserName: "chromium",
    locale: "en-GB",
    timezoneId: "UTC",
    // They would stand between a test and the requests it holds up; what they do has tests of its own.
    serviceWorkers: "block",
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    ...(await chromium()),
  },
  projects: [{ name: "chromium" }],
});
