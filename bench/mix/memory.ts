// The memory of a process over time.
import { readFileSync } from "node:fs";
import { childrenOf } from "@/bench/processor";

export interface MemorySample {
  /** Since the beginning. */
  seconds: number;
  megabytes: number;
}

/** What a process holds in memory (VmRSS of proc_pid_status(5)), MB; not a number off Linux. */
export function residentMegabytes(pid: number): number {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return Number(kilobytes) * 1.024e-3;
  } catch {
    return Number.NaN;
  }
}

/** What the largest of a server's web processes holds: its children, or itself where it has none. */
export function largestMegabytes(server: number): number {
  const processes = childrenOf(server);
  return Math.max(...(processes.length === 0 ? [server] : processes).map(residentMegabytes));
}

/** MB a second: the line through the samples by least squares. */
export function slopeOf(samples: readonly MemorySample[]): number {
  const mean = (of: (sample: MemorySample) => number) =>
    samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length;
  const [x, y] = [mean(({ seconds }) => seconds), mean(({ megabytes }) => megabytes)];
  const along = mean((sample) => (sample.seconds - x) * (sample.megabytes - y));
  const wide = mean(({ seconds }) => (seconds - x) ** 2);
  return along / wide;
}

/**
 * How much it grows in the second half of the time, as a share of what it holds there: in the first
 * half caches fill and code is compiled.
 */
export function growthOf(samples: readonly MemorySample[]): number {
  const half = samples.slice(samples.length >> 1);
  const [first, last] = [half[0], half.at(-1)];
  if (first === undefined || last === undefined || first === last) return Number.NaN;
  const held = half.reduce((sum, { megabytes }) => sum + megabytes, 0) / half.length;
  return (slopeOf(half) * (last.seconds - first.seconds)) / held;
}
