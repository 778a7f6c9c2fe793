// `npm run bench [-- --quick] [-- --long]`: measures the forum beside its peers (docs/performance.md).
// `npm run bench -- scale`: measures it as it grows (docs/performance-scale.md).
import { prepare } from "../scripts/install.mjs";

await prepare(process.stdout);
await import(process.argv[2] === "scale" ? "./scale/run.ts" : "./run.ts");
