// `npm run push-keys`: the keys of Web Push. Needs no database.
import { prepare } from "./install.mjs";

await prepare(process.stderr);
await import("./push-keys.ts");
