// Measures the forum with one and two web processes, each asked directly and through nginx as
// docs/nginx.conf sets it up, in turns, and prints the table of docs/operating.md.
import { type Headers, load } from "@/bench/load";
import type { Seeded } from "@/bench/seed/seeded";
import { forumOn, startServer } from "@/bench/servers";
import { median } from "@/bench/statistics";
import { readyBuild } from "@/scripts/build";
import { type Ending, endingInGoodOrder } from "@/scripts/ending";
import { generateClient } from "@/scripts/migrations";
import { runProgram, typescript } from "@/scripts/programs";
import { Problem, say, step } from "@/scripts/say";
import { dropDatabase, joinTestServer, makeTemplate } from "@/scripts/test/databases";
import { nginx, startNginx } from "@/scripts/test/http/nginx";
import { TEST_BUILD } from "@/scripts/test/steps";

const quick = process.argv.includes("--quick");
const ROUNDS = quick ? 1 : 5;
const SECONDS = quick ? 2 : 3;
const POSTS = [100, 1000];

await endingInGoodOrder(async (ending) => {
  for (const name of Object.keys(process.env)) {
    if (/^(DATABASE_URL|PORT|HOST|WEB_PROCESSES|AUTH_|REJOINDER_)/.test(name)) {
      delete process.env[name];
    }
  }
  if (nginx === undefined)
    throw new Problem("nginx is not installed: apt-get install nginx-light.");
  const { servers, seeded } = await prepared(ending);
  const clients: Record<string, Headers> = {
    "signed out": { "accept-encoding": "gzip" },
    "signed out, without gzip": {},
    "signed in": { "accept-encoding": "gzip", cookie: `authjs.session-token=${seeded.token}` },
  };
  const cases = POSTS.flatMap((posts) =>
    Object.entries(clients).map(([client, headers]) => ({
      ...{ name: `${posts} posts, ${client}`, path: `/t/${seeded.threads[posts]}`, headers },
      rates: servers.map((): number[] => []),
    })),
  );
  for (let round = 0; round <= ROUNDS; round += 1) {
    await step(round === 0 ? "Warming up" : `Round ${round} of ${ROUNDS}`, async () => {
      for (const { path, headers, rates } of cases) {
        for (const [index, { url }] of servers.entries()) {
          ending.check();
          const rate = await load(`${url}${path}`, headers, round === 0 ? 1 : SECONDS);
          if (round > 0) rates[index]?.push(rate);
        }
      }
    });
  }
  say(`\n| pages a second | ${servers.map(({ name }) => name).join(" | ")} |`);
  say(`|---|${servers.map(() => "---").join("|")}|`);
  for (const { name, rates } of cases) {
    const medians = rates.map(median);
    const cells = medians.map(
      (rate) => `${rate.toFixed(1)} (${(rate / (medians[0] ?? 1)).toFixed(2)} ×)`,
    );
    say(`| ${name} | ${cells.join(" | ")} |`);
  }
  return 0;
});

interface Named {
  name: string;
  url: string;
}

async function prepared(ending: Ending): Promise<{ servers: Named[]; seeded: Seeded }> {
  await generateClient();
  await readyBuild(TEST_BUILD);
  ending.check();
  const postgres = await joinTestServer();
  ending.undo(postgres.leave);
  const name = await makeTemplate(postgres);
  ending.undo(() => dropDatabase(postgres.url("postgres"), name));
  const environment = forumOn(postgres.url(name));
  const seeded = await step("Writing threads", () => seed(environment));
  ending.check();
  const servers: Named[] = [];
  for (const count of ["1", "2"]) {
    // Trusting the proxy changes nothing for who asks directly without its headers.
    const several = { ...environment, WEB_PROCESSES: count, REJOINDER_TRUST_PROXY: "on" };
    const { url } = await startServer("forum", several, ending);
    const proxy = await startNginx(Number(new URL(url).port));
    ending.undo(proxy.stop);
    const processes = count === "1" ? "one process" : "two processes";
    servers.push({ name: processes, url }, { name: `${processes}, nginx`, url: proxy.url });
  }
  return { servers, seeded };
}

async function seed(environment: Record<string, string>): Promise<Seeded> {
  const program = typescript("bench/seed/program.ts", ...POSTS.map(String));
  const { output, code } = await runProgram(process.execPath, program, {
    env: { ...process.env, ...environment },
  });
  if (code !== 0) throw new Problem(`The threads could not be written: ${output}`);
  return JSON.parse(output.trim().split("\n").at(-1) ?? "");
}
