// `npm test`, and `npm run check` (with --fast: what needs neither a database nor a browser).
import { prepare } from "./install.mjs";

await prepare(process.stdout);
const { test } = await import("./test/run.ts");
await test({ fast: process.argv.includes("--fast") });
