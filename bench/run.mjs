// `npm run bench [-- --quick] [-- --long]`: measures the forum beside its peers (docs/performance.md).
// `npm run bench -- scale`: measures it as it grows (docs/performance-scale.md).
// `npm run bench -- search`: measures searching a million posts (docs/performance-search.md).
// `npm run bench -- streams`: measures its open pages (docs/performance-streams.md).
import { prepare } from "../scripts/install.mjs";

await prepare(process.stdout);
const measurements = {
  scale: "./scale/run.ts",
  search: "./search/run.ts",
  streams: "./streams/run.ts",
};
await import(measurements[process.argv[2]] ?? "./run.ts");
