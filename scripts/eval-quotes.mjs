// `npm run eval:quotes -- …`: measures the resolver of quotes. Needs no database.
import { prepare } from "./install.mjs";

await prepare(process.stderr);
await import("./eval-quotes.ts");
