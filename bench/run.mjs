// `npm run bench [-- --quick] [-- --long]`: measures the forum beside its peers (docs/performance.md).
import { prepare } from "../scripts/install.mjs";

await prepare(process.stdout);
await import("./run.ts");
