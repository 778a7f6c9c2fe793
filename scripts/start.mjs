// `npm start` and `npm run dev` (with --dev).
import { prepare } from "./install.mjs";

await prepare(process.stdout);
const { start } = await import("./start.ts");
await start({ dev: process.argv.includes("--dev") });
