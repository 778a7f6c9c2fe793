import path from "node:path";
import { defineConfig } from "vitest/config";

const root = import.meta.dirname;
const here = (file: string) => path.join(root, file);

// Three projects: `unit` needs nothing but Node.js; `db` gives every test file a PostgreSQL database
// of its own, in which the forum's tables are already made; so does `http`, whose tests start web
// processes of the production build on it, one file at a time.
export default defineConfig({
  resolve: {
    alias: {
      "@": root,
      // Next.js's guard against server code in the browser; there is no browser here.
      "server-only": here("scripts/test/nothing.ts"),
    },
  },
  test: {
    maxWorkers: 2,
    env: { NODE_ENV: "test", AUTH_SECRET: "only-for-tests-and-never-for-a-forum" },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{app,components,lib,prisma,scripts,server,bench}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.{db,http}.test.ts", "**/node_modules/**"],
          setupFiles: [here("scripts/test/console-error.ts"), here("scripts/test/seed.ts")],
          // Generous: a busy machine is no reason to fail, and nothing here measures time.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "db",
          include: ["{app,components,lib,prisma,scripts,server,bench}/**/*.db.test.ts"],
          globalSetup: [here("scripts/test/template-database.ts")],
          setupFiles: [
            here("scripts/test/console-error.ts"),
            here("scripts/test/seed.ts"),
            here("scripts/test/own-database.ts"),
          ],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "http",
          include: ["server/**/*.http.test.ts"],
          fileParallelism: false,
          globalSetup: [here("scripts/test/template-database.ts")],
          setupFiles: [here("scripts/test/console-error.ts"), here("scripts/test/own-database.ts")],
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
