// What people ask of a forum, and how much of each: statistics of Lobsters, read from a file that
// this project does not hold. Its histograms are pairs of a bin's lower bound and its count.
import { readFileSync } from "node:fs";
import { z } from "zod";
import { Problem } from "@/scripts/say";

const histogram = z.array(z.tuple([z.number(), z.number()])).min(1);

const workload = z.object({
  requests: z.record(z.string(), z.number().nonnegative()),
  comments_per_story: histogram,
  votes_per_story: histogram,
  votes_per_comment: histogram,
});

export type Workload = z.infer<typeof workload>;

/** How wide a bin is. */
const BIN = 10;

export function readWorkload(file: string): Workload {
  try {
    return workload.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    const why = error instanceof z.ZodError ? error.issues[0]?.message : (error as Error).message;
    throw new Problem(`${file} is no description of a mix of requests: ${why}.`);
  }
}

/** One of several, each as often as its weight says. */
export function weighted<Item>(items: readonly (readonly [Item, number])[], draw: number): Item {
  const total = items.reduce((sum, [, weight]) => sum + weight, 0);
  let rest = draw * total;
  for (const [item, weight] of items) {
    if (rest < weight) return item;
    rest -= weight;
  }
  return (items.at(-1) as readonly [Item, number])[0];
}

/** A number as a histogram says: a bin by its count, any number within. */
export function drawn(bins: z.infer<typeof histogram>, draw: () => number): number {
  return weighted(bins, draw()) + Math.floor(draw() * BIN);
}
