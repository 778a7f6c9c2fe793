// Times of all cases in all forums, taken in turns, so that what else the machine does falls on all
// sizes alike.
import { CASES, type ScaleCase } from "@/bench/scale/cases";
import type { Forum } from "@/bench/scale/prepare";
import { percentile } from "@/bench/statistics";
import type { Ending } from "@/scripts/ending";
import { step } from "@/scripts/say";

export interface Amount {
  rounds: number;
  /** Requests of each case in each forum, in a round, and before the first. */
  requests: number;
  warmUp: number;
}

/** Milliseconds of each request, by case, size and round. */
export type Times = Map<string, Map<number, number[][]>>;

export async function measureForums(
  forums: readonly Forum[],
  { rounds, requests, warmUp }: Amount,
  ending: Ending,
): Promise<Times> {
  const times: Times = new Map(
    CASES.map(({ name }) => [name, new Map(forums.map(({ posts }) => [posts, []]))]),
  );
  const taken = async (each: ScaleCase, first: number, count: number) => {
    const round = forums.map(() => [] as number[]);
    for (let turn = first; turn < first + count; turn += 1) {
      ending.check();
      for (let place = 0; place < forums.length; place += 1) {
        // Another one begins each time.
        const index = (place + turn) % forums.length;
        const { places, visitor } = forums[index] as Forum;
        const { time } = await visitor.visit(await each.visit(places, turn, visitor));
        round[index]?.push(time);
      }
    }
    return round;
  };
  await step("Warming up", async () => {
    for (const each of CASES) await taken(each, 0, warmUp);
  });
  for (let round = 0; round < rounds; round += 1) {
    await step(`Round ${round + 1} of ${rounds}`, async () => {
      for (const each of CASES) {
        const measured = await taken(each, warmUp + round * requests, requests);
        for (const [index, { posts }] of forums.entries()) {
          times
            .get(each.name)
            ?.get(posts)
            ?.push(measured[index] ?? []);
        }
      }
    });
  }
  return times;
}

/** p95 of all requests of a case at a size, in milliseconds. */
export function p95(times: Times, name: string, posts: number): number {
  return percentile(times.get(name)?.get(posts)?.flat() ?? [], 0.95);
}

/**
 * How far apart two halves of the same measurement lie (every other request), as a ratio of the larger
 * p95 to the smaller: the noise of a ratio of sizes.
 */
export function noiseOf(times: Times, name: string, posts: number): number {
  const all = times.get(name)?.get(posts)?.flat() ?? [];
  const half = (rest: number) =>
    percentile(
      all.filter((_, index) => index % 2 === rest),
      0.95,
    );
  const [even, odd] = [half(0), half(1)];
  return Math.max(even, odd) / Math.min(even, odd);
}
