// Web processes of the tests' production build, for tests that speak HTTP to them.
import { buildIsReady } from "@/scripts/build";
import { freePort } from "@/scripts/ports";
import { type Serving, serve } from "@/scripts/serve";
import { TEST_BUILD } from "@/scripts/test/steps";

export interface Web extends Serving {
  /** Such as "http://127.0.0.1:40000". */
  url: string;
  port: number;
  /** What it has written so far. */
  log(): string;
}

/** Starts a web process on the database of this test file, and waits until it answers. */
export async function startWeb(environment: Record<string, string> = {}): Promise<Web> {
  if (!buildIsReady(TEST_BUILD)) throw new Error("There is no build to test: run it by npm test.");
  let log = "";
  const port = await freePort();
  const settings = { PORT: String(port), NODE_ENV: "production", REJOINDER_BUILD_DIR: TEST_BUILD };
  const serving = serve(
    { ...settings, REJOINDER_RATE_LIMIT: "off", ...environment },
    (text: string) => {
      log += text;
    },
  );
  if ((await serving.ready) === undefined) {
    throw new Error(`The server ended (${await serving.ended}): ${log}`);
  }
  return { ...serving, port, url: `http://127.0.0.1:${port}`, log: () => log };
}

/** Two of them on one PostgreSQL, as two computers behind one proxy would be. */
export function startTwo(
  first: Record<string, string> = {},
  second: Record<string, string> = {},
): Promise<[Web, Web]> {
  return Promise.all([startWeb(first), startWeb(second)]);
}
