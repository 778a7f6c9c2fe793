// The same transactions by PostgreSQL's own pgbench: what the database does with nobody in between.
import path from "node:path";
import { isInstalled } from "@/bench/installed";
import { WRITERS } from "@/bench/writing/writers";
import { root } from "@/scripts/folders";
import { runProgram } from "@/scripts/programs";
import { Problem } from "@/scripts/say";

export const HAS_PGBENCH = isInstalled("pgbench");

/**
 * Transactions a second of a script beside this file, by as many clients as write through the forum.
 *
 * @param values of the script's variables
 */
export async function pgbench(
  database: string,
  script: "vote.sql" | "reply.sql",
  values: Record<string, number>,
  seconds: number,
): Promise<number> {
  const { output, code } = await runProgram("pgbench", [
    ...["-n", "-M", "prepared", "-c", String(WRITERS), "-j", "1", "-T", String(Math.ceil(seconds))],
    ...Object.entries(values).flatMap(([name, value]) => ["-D", `${name}=${value}`]),
    ...["-f", path.join(root, "bench/writing", script), database],
  ]);
  if (code !== 0)
    throw new Problem(`pgbench ended with exit code ${code}: ${output.slice(0, 1000)}`);
  return rateOfPgbench(output);
}

/** Transactions a second from what pgbench prints, without the time its connections took. */
export function rateOfPgbench(output: string): number {
  const rate = /^tps = ([\d.]+) \(without initial connection time\)/m.exec(output)?.[1];
  const failed = /^number of failed transactions: (\d+)/m.exec(output)?.[1];
  if (rate === undefined || Number(failed ?? 0) > 0) throw new Problem(`pgbench: ${output}`);
  return Number(rate);
}
