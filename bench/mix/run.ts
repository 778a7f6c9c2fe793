// The mix of requests, on a forum of its own shape and a server that has done nothing else.
import type { MixForum } from "@/bench/mix/forum";
import { type Mix, measureMix } from "@/bench/mix/measure";
import { readWorkload } from "@/bench/mix/workload";
import type { Bench } from "@/bench/prepare";
import { startServer } from "@/bench/servers";
import type { Ending } from "@/scripts/ending";
import { runProgram, typescript } from "@/scripts/programs";
import { Problem, step } from "@/scripts/say";

export interface MixOptions {
  workload: string;
  minutes: number;
  quick: boolean;
}

export async function runMix(
  { environment }: Bench,
  { workload: file, minutes, quick }: MixOptions,
  ending: Ending,
): Promise<Mix> {
  const workload = readWorkload(file);
  const threads = quick ? 60 : 500;
  const forum = await step(`Writing ${threads} threads for the mix`, () =>
    seed(file, threads, environment),
  );
  ending.check();
  const server = await startServer("forum", environment, ending);
  const settings = { minutes, looking: quick ? 3 : 10 };
  return step(`Asking for the mix for ${minutes} min, after a look for the highest rate`, () =>
    measureMix(server, forum, workload, settings),
  );
}

async function seed(
  workload: string,
  threads: number,
  environment: Record<string, string>,
): Promise<MixForum> {
  const program = typescript("bench/mix/seed-program.ts", workload, String(threads));
  const { output, code } = await runProgram(process.execPath, program, {
    env: { ...process.env, ...environment },
  });
  if (code !== 0) throw new Problem(`The mix's threads could not be written: ${output}`);
  return JSON.parse(output.trim().split("\n").at(-1) ?? "");
}
