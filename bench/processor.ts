// Processor time of processes, as Linux counts it (proc_pid_stat(5)); elsewhere it is not a number.
import { readdirSync, readFileSync } from "node:fs";

/** What the kernel's clock counts in, milliseconds: USER_HZ is 100 wherever Node.js runs. */
const TICK = 10;

/** Milliseconds that a process has used, in all its threads. */
export function timeOf(pid: number): number {
  const { own } = readStat(pid) ?? { own: Number.NaN };
  return own * TICK;
}

/** Milliseconds that a process and its children have used, those that ended included. */
export function timeOfFamily(pid: number): number {
  if (process.platform !== "linux") return Number.NaN;
  let ticks = 0;
  for (const name of readdirSync("/proc")) {
    const stat = /^\d+$/.test(name) ? readStat(Number(name)) : undefined;
    if (Number(name) === pid) ticks += (stat?.own ?? 0) + (stat?.ended ?? 0);
    else if (stat?.parent === pid) ticks += stat.own;
  }
  return ticks * TICK;
}

/** The processes that a process started and that still run. */
export function childrenOf(pid: number): number[] {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && readStat(Number(name))?.parent === pid)
    .map(Number);
}

function readStat(pid: number): { parent: number; own: number; ended: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name of the program stands in brackets and may hold anything.
    const fields = text
      .slice(text.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    const [user, system, endedUser, endedSystem] = fields.slice(11, 15) as [
      ...[number, number],
      ...[number, number],
    ];
    return { parent: fields[1] ?? 0, own: user + system, ended: endedUser + endedSystem };
  } catch {
    return undefined;
  }
}
