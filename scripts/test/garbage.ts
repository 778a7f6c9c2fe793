import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");

/** Frees what nothing holds any more. */
export const collectGarbage: () => void = runInNewContext("gc");

/** Node.js 20 hangs the stores of AsyncLocalStorage on promises and timers; later ones need not. */
export const HANGS_STORES_ON_RESOURCES = Number(process.versions.node.split(".")[0]) < 24;
