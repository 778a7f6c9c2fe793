// As many requests as a server answers, by wrk where it is installed and by autocannon elsewhere.
import path from "node:path";
import { isInstalled } from "@/bench/installed";
import { root } from "@/scripts/folders";
import { runProgram } from "@/scripts/programs";
import { Problem } from "@/scripts/say";

/** Clients that ask at the same time. */
export const CONNECTIONS = 4;

export type Headers = Record<string, string>;

/** Which program makes the load. */
export const LOADER = isInstalled("wrk") ? "wrk" : "autocannon";

/** Answered requests per second. Any answer but a good one fails: it would be a fast wrong page. */
export async function load(url: string, headers: Headers, seconds: number): Promise<number> {
  const lines = Object.entries(headers).flatMap(([name, value]) => ["-H", `${name}: ${value}`]);
  const { output, code } =
    LOADER === "wrk"
      ? await runProgram("wrk", [
          "-t1",
          `-c${CONNECTIONS}`,
          `-d${Math.ceil(seconds)}s`,
          "--timeout",
          "60s",
          ...lines,
          url,
        ])
      : await runProgram(process.execPath, [
          path.join(root, "node_modules/autocannon/autocannon.js"),
          ...[
            "--json",
            "-c",
            String(CONNECTIONS),
            "-d",
            String(Math.ceil(seconds)),
            "-t",
            "60",
            ...lines,
            url,
          ],
        ]);
  if (code !== 0) throw new Problem(`${LOADER} ended with exit code ${code}: ${output}`);
  return LOADER === "wrk" ? rateOfWrk(output) : rateOfAutocannon(output);
}

/** Requests per second from what wrk prints. */
export function rateOfWrk(output: string): number {
  const rate = /^Requests\/sec:\s+([\d.]+)/m.exec(output)?.[1];
  const bad = /^\s*(Non-2xx or 3xx responses|Socket errors): .*/m.exec(output)?.[0];
  if (rate === undefined || bad !== undefined) throw new Problem(`wrk: ${bad ?? output}`);
  return Number(rate);
}

/** Requests per second from what autocannon prints with `--json`. */
export function rateOfAutocannon(output: string): number {
  const result = JSON.parse(output.slice(output.indexOf("{")));
  if (result.errors > 0 || result.non2xx > 0) {
    throw new Problem(`${result.errors} errors and ${result.non2xx} bad answers.`);
  }
  return result["2xx"] / result.duration;
}
