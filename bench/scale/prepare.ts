// Forums of several sizes, each with a server of its own in production mode.
import type { Places } from "@/bench/scale/places";
import { Visitor } from "@/bench/scale/visit";
import { forumOn, startServer } from "@/bench/servers";
import { readyBuild } from "@/scripts/build";
import type { Ending } from "@/scripts/ending";
import { generateClient } from "@/scripts/migrations";
import type { Embedded } from "@/scripts/postgres/embedded";
import { runProgram, typescript } from "@/scripts/programs";
import { Problem, step } from "@/scripts/say";
import { dropDatabase, joinTestServer, makeTemplate } from "@/scripts/test/databases";
import { TEST_BUILD } from "@/scripts/test/steps";

export interface Forum {
  posts: number;
  /** Its database. */
  name: string;
  places: Places;
  visitor: Visitor;
  /** Seconds that it took to write it. */
  written: number;
}

export interface Forums {
  postgres: Embedded;
  /** The smallest first. */
  forums: Forum[];
}

/** Everything is ended, and the databases are dropped, with `ending`. */
export async function preparedForums(sizes: readonly number[], ending: Ending): Promise<Forums> {
  await generateClient();
  await readyBuild(TEST_BUILD);
  ending.check();
  const postgres = await joinTestServer();
  ending.undo(postgres.leave);
  const forums: Forum[] = [];
  for (const posts of sizes) {
    const name = await makeTemplate(postgres);
    ending.undo(() => dropDatabase(postgres.url("postgres"), name));
    const began = performance.now();
    const places = await step(`Writing ${posts.toLocaleString("en")} posts`, () =>
      seed(posts, postgres.url(name)),
    );
    const written = (performance.now() - began) / 1000;
    ending.check();
    const visitor = await visitorOf(postgres.url(name), { REJOINDER_RATE_LIMIT: "off" }, ending);
    forums.push({ posts, name, places, visitor, written });
  }
  return { postgres, forums };
}

/** Starts a server of the forum on a database. */
export async function visitorOf(
  database: string,
  settings: Record<string, string>,
  ending: Ending,
): Promise<Visitor> {
  // The limits of how often one may write are a part of what is to stay as quick.
  const environment = { ...forumOn(database), REJOINDER_RATE_LIMIT: "on", ...settings };
  const { url } = await startServer("forum", environment, ending);
  const visitor = new Visitor(url);
  ending.undo(async () => visitor.close());
  return visitor;
}

async function seed(posts: number, url: string): Promise<Places> {
  const program = typescript("bench/scale/program.ts", String(posts));
  const { output, code } = await runProgram(process.execPath, program, {
    env: { ...process.env, DATABASE_URL: url },
  });
  if (code !== 0) throw new Problem(`The posts could not be written: ${output}`);
  return JSON.parse(output.trim().split("\n").at(-1) ?? "");
}
