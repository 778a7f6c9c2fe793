// What `npm run bench -- search` does: measures searches in a forum of a million posts and writes
// docs/performance-search.md (with --quick, of a hundred thousand, it only prints).
import { writeFileSync } from "node:fs";
import path from "node:path";
import type { Measured } from "@/bench/search/measured";
import { reportOf } from "@/bench/search/report";
import { endingInGoodOrder } from "@/scripts/ending";
import { root } from "@/scripts/folders";
import { generateClient } from "@/scripts/migrations";
import { runProgram, typescript } from "@/scripts/programs";
import { Problem, say, step } from "@/scripts/say";
import { dropDatabase, joinTestServer, makeTemplate } from "@/scripts/test/databases";

await endingInGoodOrder(async (ending) => {
  const quick = process.argv.includes("--quick");
  const posts = quick ? 100_000 : 1_000_000;
  for (const name of Object.keys(process.env)) {
    if (/^(DATABASE_URL|PORT|HOST|WEB_PROCESSES|AUTH_|REJOINDER_)/.test(name))
      delete process.env[name];
  }
  await generateClient();
  const postgres = await joinTestServer();
  ending.undo(postgres.leave);
  const name = await makeTemplate(postgres);
  ending.undo(() => dropDatabase(postgres.url("postgres"), name));
  const url = postgres.url(name);
  const began = performance.now();
  await step(`Writing ${posts.toLocaleString("en")} posts`, () =>
    program(url, "bench/scale/program.ts", String(posts)),
  );
  const written = (performance.now() - began) / 1000;
  ending.check();
  const [searches, writes] = quick ? [20, 100] : [100, 600];
  const output = await step("Searching", () =>
    program(url, "bench/search/program.ts", String(searches), String(writes)),
  );
  const measured: Measured = JSON.parse(output.trim().split("\n").at(-1) ?? "");
  const report = reportOf(measured, posts, written);
  say(`\n${report}`);
  if (!quick) writeFileSync(path.join(root, "docs/performance-search.md"), report);
  return 0;
});

async function program(url: string, file: string, ...words: string[]): Promise<string> {
  const { output, code } = await runProgram(process.execPath, typescript(file, ...words), {
    env: {
      ...process.env,
      DATABASE_URL: url,
      AUTH_SECRET: "of the measurement, which nobody signs in to",
      REJOINDER_RATE_LIMIT: "off",
    },
  });
  if (code !== 0) throw new Problem(`${file} failed: ${output}`);
  return output;
}
