// `npm run bench [-- --quick] [-- --long]`: measures the forum beside its peers (docs/performance.md).
// `npm run bench -- scale`: measures it as it grows (docs/performance-scale.md).
// `npm run bench -- search`: measures searching a million posts (docs/performance-search.md).
import { prepare } from "../scripts/install.mjs";

await prepare(process.stdout);
const KINDS = { scale: "./scale/run.ts", search: "./search/run.ts" };
await import(KINDS[process.argv[2]] ?? "./run.ts");
