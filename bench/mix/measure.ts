// A mix of requests at 70 % of the highest rate held: how long people wait, what fails, and whether
// the process that serves them keeps its size.
import { setTimeout as sleep } from "node:timers/promises";
import type { MixForum } from "@/bench/mix/forum";
import { largestMegabytes, type MemorySample } from "@/bench/mix/memory";
import { requestsTo } from "@/bench/mix/requests";
import { type Workload, weighted } from "@/bench/mix/workload";
import type { RunningServer } from "@/bench/servers";
import { median, percentile } from "@/bench/statistics";
import { rateOf } from "@/bench/writing/clients";
import { Problem, sentence } from "@/scripts/say";

/** Of the highest rate held. */
export const SHARE = 0.7;

/** Clients that ask as fast as they are answered while the highest rate is looked for. */
export const AT_ONCE = 16;

export interface Mix {
  /** A second: the highest held, and what was asked for the minutes that follow. */
  highest: number;
  rate: number;
  minutes: number;
  requests: number;
  errors: number;
  /** What failed first, in words. */
  firstError: string;
  /** Milliseconds from when a request was due to its answer's last byte; of a form, its page included. */
  p50: number;
  p99: number;
  byKind: Record<string, { requests: number; p50: number; p99: number }>;
  memory: MemorySample[];
}

export interface MixSettings {
  minutes: number;
  /** Seconds for which the highest rate is looked for, three times. */
  looking: number;
}

export async function measureMix(
  server: RunningServer,
  forum: MixForum,
  workload: Workload,
  { minutes, looking }: MixSettings,
): Promise<Mix> {
  const requests = requestsTo(server.url, forum);
  const kinds = Object.entries(workload.requests);
  const unknown = kinds.find(([kind]) => requests[kind] === undefined);
  if (unknown !== undefined)
    throw new Problem(`The mix asks for something unknown: ${unknown[0]}.`);
  const any = () => weighted(kinds, Math.random());
  const workers = Array.from({ length: AT_ONCE }, () => () => requests[any()]?.() ?? sleep(0));
  await rateOf(workers, looking);
  const rates: number[] = [];
  for (let time = 0; time < 3; time += 1) rates.push(await rateOf(workers, looking));
  const highest = median(rates);
  const rate = highest * SHARE;
  const asked = await askedAt(rate, minutes * 60, server.pid, () => {
    const kind = any();
    return { kind, done: requests[kind]?.() ?? sleep(0) };
  });
  return { highest, rate, minutes, ...asked };
}

/** Asks at that rate by chance (a Poisson process), whether or not what came before is answered. */
async function askedAt(
  rate: number,
  seconds: number,
  pid: number,
  ask: () => { kind: string; done: Promise<unknown> },
) {
  const times = new Map<string, number[]>();
  const memory: MemorySample[] = [];
  const open = new Set<Promise<void>>();
  let [errors, firstError] = [0, ""];
  const began = performance.now();
  for (let due = 0; due < seconds * 1000; due += (-Math.log(1 - Math.random()) * 1000) / rate) {
    const wait = began + due - performance.now();
    if (wait > 0) await sleep(wait);
    const elapsed = (performance.now() - began) / 1000;
    if (elapsed >= (memory.at(-1)?.seconds ?? -1) + 1) {
      memory.push({ seconds: elapsed, megabytes: largestMegabytes(pid) });
    }
    const { kind, done } = ask();
    const dueAt = began + due;
    const watched = done.then(
      () => {
        const took = times.get(kind) ?? [];
        took.push(performance.now() - dueAt);
        times.set(kind, took);
      },
      (error) => {
        errors += 1;
        firstError ||= sentence(error);
      },
    );
    open.add(watched);
    void watched.then(() => open.delete(watched));
  }
  await Promise.all(open);
  const all = [...times.values()].flat();
  const byKind = [...times].map(([kind, took]) => [
    kind,
    { requests: took.length, ...middles(took) },
  ]);
  return {
    ...{ requests: all.length + errors, errors, firstError, ...middles(all), memory },
    byKind: Object.fromEntries(byKind) as Mix["byKind"],
  };
}

const middles = (times: number[]) => ({
  p50: percentile(times, 0.5),
  p99: percentile(times, 0.99),
});
