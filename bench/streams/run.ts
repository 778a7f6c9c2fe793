// What `npm run bench -- streams` does: holds open streams on one web process, measures what they cost
// and how soon they are told, and writes docs/performance-streams.md (with --quick it only prints).
import { writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { forumOn, startServer } from "@/bench/servers";
import type { StreamForum } from "@/bench/streams/forum";
import { measureStreams, type StreamsMeasured } from "@/bench/streams/measure";
import { reportOf } from "@/bench/streams/report";
import { readyBuild } from "@/scripts/build";
import { endingInGoodOrder } from "@/scripts/ending";
import { root } from "@/scripts/folders";
import { generateClient } from "@/scripts/migrations";
import { runProgram, typescript } from "@/scripts/programs";
import { Problem, say, step } from "@/scripts/say";
import { dropDatabase, joinServerForRuns, makeTemplate } from "@/scripts/test/databases";
import { TEST_BUILD } from "@/scripts/test/steps";

const USAGE = "Usage: npm run bench -- streams [--quick]: --quick opens fewer, and only prints.";

/** The last is what one web process must hold. */
const STREAMS = { quick: [200], whole: [500, 2_000] };
const ROUNDS = { quick: 3, whole: 10 };
const MEMBERS = { quick: 50, whole: 200 };

await endingInGoodOrder(async (ending) => {
  const times = isQuick() ? "quick" : "whole";
  for (const name of Object.keys(process.env)) {
    if (/^(DATABASE_URL|PORT|HOST|WEB_PROCESSES|AUTH_|REJOINDER_)/.test(name))
      delete process.env[name];
  }
  await generateClient();
  await readyBuild(TEST_BUILD);
  const postgres = await joinServerForRuns(".data-bench", { lasting: true });
  ending.undo(postgres.leave);
  const measured: StreamsMeasured[] = [];
  for (const streams of STREAMS[times]) {
    ending.check();
    // Each on a forum of its own and a server that has done nothing else.
    const name = await makeTemplate(postgres);
    ending.undo(() => dropDatabase(postgres.url("postgres"), name));
    const environment = forumOn(postgres.url(name));
    const forum = await seed(MEMBERS[times], environment);
    const server = await startServer("forum", environment, ending);
    const wish = { streams, rounds: ROUNDS[times], databaseUrl: environment.DATABASE_URL };
    await step(`${streams.toLocaleString("en")} open streams`, async () => {
      measured.push(await measureStreams(server, forum, wish));
    });
  }
  const report = reportOf(measured, ROUNDS[times]);
  say(`\n${report}`);
  if (times === "whole") writeFileSync(path.join(root, "docs/performance-streams.md"), report);
  return 0;
});

function isQuick(): boolean {
  try {
    const { values } = parseArgs({
      args: process.argv.slice(3),
      options: { quick: { type: "boolean" } },
    });
    return values.quick ?? false;
  } catch {
    throw new Problem(USAGE);
  }
}

async function seed(members: number, environment: Record<string, string>): Promise<StreamForum> {
  const program = typescript("bench/streams/seed-program.ts", String(members));
  const { output, code } = await runProgram(process.execPath, program, {
    env: { ...process.env, ...environment },
  });
  if (code !== 0) throw new Problem(`The forum could not be written: ${output}`);
  return JSON.parse(output.trim().split("\n").at(-1) ?? "");
}
