// The browser tests, against the production build on a database of their own with the demo in it.
import { existsSync } from "node:fs";
import path from "node:path";
import { newKeyPair } from "@/lib/push/keys";
import { buildIsReady } from "@/scripts/build";
import { loadDemoInto } from "@/scripts/demo";
import type { Ending } from "@/scripts/ending";
import { root } from "@/scripts/folders";
import { freePort } from "@/scripts/ports";
import type { Embedded } from "@/scripts/postgres/embedded";
import { Problem } from "@/scripts/say";
import { serve } from "@/scripts/serve";
import { setUpCode } from "@/scripts/set-up";
import { dropDatabase, makeTemplate } from "@/scripts/test/databases";
import { ProgramLog } from "@/scripts/test/log";
import { playwrightCounts } from "@/scripts/test/playwright-report";
import { counted, NOTHING, type Report } from "@/scripts/test/reports";
import { reportFile, runTool, TEST_BUILD } from "@/scripts/test/steps";
import { startWorker } from "@/scripts/work";

const SECRET = "only-for-tests-and-never-for-a-forum";

/**
 * Runs Playwright. Its tests find in their environment: E2E_BASE_URL, where everything may be tried
 * without end; E2E_LIMITED_URL, the same forum with its rate limits and without keys of Web Push;
 * DATABASE_URL of both; AUTH_SECRET; E2E_SETUP_CODE, with which the first admin can be made; and
 * REJOINDER_PUSH_SERVICES, where a test may be a push service.
 *
 * @param files the only tests to run; all if there are none
 */
export async function browserTests(
  server: Embedded,
  ending: Ending,
  files: readonly string[],
): Promise<Report> {
  if (!existsSync(path.join(root, "e2e"))) return NOTHING;
  if (!buildIsReady(TEST_BUILD)) throw new Problem("There is no build to test.");
  const name = await makeTemplate(server);
  const database = { DATABASE_URL: server.url(name), AUTH_SECRET: SECRET };
  ending.undo(() => dropDatabase(server.url("postgres"), name));
  await loadDemoInto(database.DATABASE_URL);
  Object.assign(process.env, database);
  const logs = {
    free: new ProgramLog("The server"),
    limited: new ProgramLog("The server with rate limits"),
    worker: new ProgramLog("The worker"),
  };
  const push = await pushEnvironment();
  const [free, limited, code] = await Promise.all([
    serveBuild({ ...push, REJOINDER_RATE_LIMIT: "off" }, logs.free.take, ending),
    serveBuild({ REJOINDER_RATE_LIMIT: "on" }, logs.limited.take, ending),
    setUpCode(),
  ]);
  const worker = startWorker(
    { ...database, ...push, NODE_ENV: "production", REJOINDER_ORIGIN: free },
    logs.worker.takeLine,
  );
  ending.undo(worker.stop);
  ending.again(worker.stop);
  const file = reportFile("playwright");
  const { code: exit, output } = await runTool("@playwright/test/cli.js", ["test", ...files], {
    ...database,
    ...push,
    E2E_BASE_URL: free,
    E2E_LIMITED_URL: limited,
    E2E_SETUP_CODE: code,
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  });
  // Of a long log only the end may be seen: what failed is told last.
  const all = [...Object.values(logs).map(String), output].join("\n").trimStart();
  return counted(file, exit, all, playwrightCounts);
}

/** A forum that pushes, to where a test may listen and to nowhere else that is reached from here. */
async function pushEnvironment(): Promise<Record<string, string>> {
  const { publicKey, privateKey } = newKeyPair();
  return {
    REJOINDER_PUSH_PUBLIC_KEY: publicKey,
    REJOINDER_PUSH_PRIVATE_KEY: privateKey,
    REJOINDER_PUSH_SERVICES: `http://127.0.0.1:${await freePort()}`,
  };
}

async function serveBuild(
  environment: Record<string, string>,
  collect: (text: string) => void,
  ending: Ending,
): Promise<string> {
  const serving = serve(
    {
      // Chosen here: a server that chooses by itself is taken by Next.js for one on port 3000, and
      // follows redirects of forms there, perhaps into a forum that runs beside the tests.
      PORT: String(await freePort()),
      NODE_ENV: "production",
      REJOINDER_BUILD_DIR: TEST_BUILD,
      ...environment,
    },
    collect,
  );
  ending.undo(serving.stop);
  ending.again(serving.stop);
  const port = await serving.ready;
  if (port === undefined) throw new Problem(`The server ended (${await serving.ended}).`);
  return `http://localhost:${port}`;
}
