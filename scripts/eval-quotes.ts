// `npm run eval:quotes -- --threads FILE --labels FILE [--list misses] [--half tune|test] [--seed N]`:
// replays debates through the resolver and counts how many quotes of known source lead to it.
// `npm run eval:quotes -- --perturb [--threads FILE]`: changes passages as people do, and counts how
// many are found and rightly named. The figures of both are in docs/quotes-measured.md.
import { parseArgs } from "node:util";
import { z } from "zod";
import { groupBy } from "@/lib/group";
import { chance } from "@/scripts/evaluation/chance";
import { falseLinks, percentile, times } from "@/scripts/evaluation/figures";
import { readLabels, readThreads } from "@/scripts/evaluation/files";
import { perturbationTable } from "@/scripts/evaluation/perturb";
import { type Judged, judged, type Replayed, replay } from "@/scripts/evaluation/replay";
import { explain, Problem } from "@/scripts/say";

const USAGE = `Usage: npm run eval:quotes -- --threads FILE --labels FILE [--list misses] [--half tune|test] [--seed N]
       npm run eval:quotes -- --perturb [--threads FILE] [--seed N]`;

/** Size of the threads in which a quote's time is measured. */
const POSTS = 1_000;

/** Each quote is tried in so many other threads. */
const ROUNDS = 5;

const optionsSchema = z.object({
  threads: z.string().optional(),
  labels: z.string().optional(),
  list: z.literal("misses").optional(),
  half: z.enum(["tune", "test"]).optional(),
  seed: z.coerce.number().int().nonnegative().default(1),
  perturb: z.boolean().default(false),
});

function wanted() {
  const text = { type: "string" } as const;
  const options = { threads: text, labels: text, list: text, half: text, seed: text };
  try {
    const { values } = parseArgs({ options: { ...options, perturb: { type: "boolean" } } });
    return optionsSchema.parse(values);
  } catch {
    throw new Problem(USAGE);
  }
}

async function main(): Promise<void> {
  const { threads: file, labels: labelFile, list, half, seed, perturb } = wanted();
  if (perturb) {
    const others = file === undefined ? [] : [...(await readThreads(file)).values()];
    for (const line of perturbationTable(others, seed)) say(line);
    return;
  }
  if (file === undefined || labelFile === undefined) throw new Problem(USAGE);
  const threads = await readThreads(file);
  const labels = await readLabels(labelFile, threads);
  const replayed = new Map<string, Replayed>();
  let posts = 0;
  for (const [name, thread] of threads) {
    if (half !== undefined && half !== halfOf(name)) continue;
    // Numbers of their own for all posts, since sources of several threads are put together.
    replayed.set(name, replay(thread, posts));
    posts += thread.posts.length;
  }
  const all = [...replayed].flatMap(([name, thread]) =>
    (labels.get(name) ?? []).map((label) => judged(label, thread)),
  );
  sayOutcomes(all, replayed.size, posts);
  sayFalseLinks(all, replayed, seed, list !== undefined);
  sayTimes(all, replayed);
  if (list === "misses") sayMisses(all);
}

function sayOutcomes(all: readonly Judged[], threads: number, posts: number): void {
  say(`${all.length} labelled quotes in ${threads} threads of ${posts} posts`);
  for (const outcome of ["right", "wrong", "ambiguous", "none"] as const) {
    const found = all.filter((one) => one.outcome === outcome);
    const statuses = [...groupBy(found, ({ status }) => status)];
    const details = statuses.map(([status, { length }]) => `${length} ${status}`).join(", ");
    say(`  ${outcome.padEnd(10)}${share(found.length, all.length)}${details && `   (${details})`}`);
  }
}

function sayFalseLinks(
  all: readonly Judged[],
  threads: ReadonlyMap<string, Replayed>,
  seed: number,
  listed: boolean,
): void {
  const quotes = Array.from({ length: ROUNDS }, () => all).flat();
  const { tries, long, links, longLinks } = falseLinks(quotes, threads, chance(seed));
  say(`False links, each quote tried in ${ROUNDS} other threads (seed ${seed})`);
  say(`  any length           ${share(links.length, tries)}`);
  say(`  12 characters or more${share(longLinks.length, long)}`);
  for (const { exact, thread, status } of listed ? links : []) {
    say(`    ${status} in ${thread}: ${JSON.stringify(exact)}`);
  }
}

function sayTimes(all: readonly Judged[], threads: ReadonlyMap<string, Replayed>): void {
  const { own, foreign } = times(all, threads, POSTS);
  say(`Milliseconds a quote, in its thread filled up to ${POSTS} posts`);
  for (const [what, values] of [
    ["labelled quotes", own],
    ["quotes from elsewhere", foreign],
  ] as const) {
    const [p50, p99] = [percentile(values, 0.5), percentile(values, 0.99)];
    say(`  ${what.padEnd(22)} p50 ${p50.toFixed(2)}   p99 ${p99.toFixed(2)}`);
  }
}

function sayMisses(all: readonly Judged[]): void {
  say("Not right:");
  for (const { label, outcome, status, exact } of all) {
    if (outcome === "right") continue;
    say(`  ${outcome} (${status}) ${label.post} from ${label.source}: ${JSON.stringify(exact)}`);
  }
}

/** Half of the threads, by their names, to find thresholds with; the others to see if they hold. */
function halfOf(name: string): "tune" | "test" {
  let hash = 7;
  for (const character of name) hash = (hash * 31 + character.charCodeAt(0)) % 1_000_003;
  return hash % 2 === 0 ? "tune" : "test";
}

function share(count: number, total: number): string {
  const percent = total === 0 ? 0 : (count / total) * 100;
  return `${String(count).padStart(6)} of ${total}, ${percent.toFixed(2)} %`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

try {
  await main();
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
