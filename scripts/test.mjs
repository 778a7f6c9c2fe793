// `npm test`, and `npm run check` (with --fast: what needs neither a database nor a browser).
// `npm test e2e/reading.spec.ts …` runs those browser tests alone.
import { prepare } from "./install.mjs";

await prepare(process.stdout);
const { test } = await import("./test/run.ts");
const browserTests = process.argv.slice(2).filter((argument) => argument.startsWith("e2e/"));
await test({ fast: process.argv.includes("--fast"), only: browserTests });
