// What `npm run bench` is told.
import { parseArgs } from "node:util";
import { Problem } from "@/scripts/say";

export const PARTS = ["reading", "writing", "mix", "browser"] as const;
export type Part = (typeof PARTS)[number];

export interface Options {
  /** Rougher and quicker: nothing of it is kept. */
  quick: boolean;
  /** With threads of 5,000 posts. */
  long: boolean;
  parts: readonly Part[];
  /** The file that describes a mix of requests; without one there is no mix. */
  workload?: string;
  /** How long the mix is asked for. */
  minutes: number;
}

const USAGE = `Usage: npm run bench [-- OPTIONS]
  --quick           rougher, takes a few minutes; only prints
  --long            with threads of 5,000 posts
  --workload FILE   with a mix of requests as FILE describes it (bench/mix/workload.ts)
  --minutes N       how long the mix is asked for, 5 without it
  --only PARTS      some of ${PARTS.join(",")}; only prints`;

export function readOptions(given: string[]): Options {
  try {
    const { values } = parseArgs({
      args: given,
      options: {
        quick: { type: "boolean" },
        long: { type: "boolean" },
        workload: { type: "string" },
        minutes: { type: "string" },
        only: { type: "string" },
      },
    });
    const { quick = false, long = false, workload } = values;
    const minutes = Number(values.minutes ?? (quick ? 0.5 : 5));
    const parts = values.only?.split(",") ?? PARTS;
    if (!(minutes > 0) || !parts.every(isPart)) throw new Error();
    return { quick, long, parts, minutes, ...(workload === undefined ? {} : { workload }) };
  } catch {
    throw new Problem(USAGE);
  }
}

function isPart(name: string): name is Part {
  return (PARTS as readonly string[]).includes(name);
}
