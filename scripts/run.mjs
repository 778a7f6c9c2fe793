// `node scripts/run.mjs FILE …`: runs a TypeScript program of this checkout with the forum's database
// at hand. Standard output, input and the exit code are the program's; our own words go to stderr.
import { prepare } from "./install.mjs";

await prepare(process.stderr);
const { run } = await import("./run.ts");
await run(process.argv.slice(2));
