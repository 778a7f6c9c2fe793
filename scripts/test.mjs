// `npm test`, and `npm run check` (with --fast: what needs neither a database nor a browser).
// `npm test e2e/reading.spec.ts …` runs those browser tests alone, `npm test server/freshness.http.test.ts …`
// those tests of web processes.
import { prepare } from "./install.mjs";

await prepare(process.stdout);
const { test } = await import("./test/run.ts");
const named = process.argv.slice(2);
await test({
  fast: named.includes("--fast"),
  only: {
    browser: named.filter((file) => file.startsWith("e2e/")),
    http: named.filter((file) => file.endsWith(".http.test.ts")),
  },
});
