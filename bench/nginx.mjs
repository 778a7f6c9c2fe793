// `node bench/nginx.mjs [--quick]`: the forum with one and two web processes, with and without nginx.
import { prepare } from "../scripts/install.mjs";

await prepare(process.stdout);
await import("./nginx.ts");
