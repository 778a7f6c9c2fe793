// The demonstration debates, for a database that has never had anything in it.
import { existsSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { ask, type Database } from "@/scripts/database";
import { dataFolder } from "@/scripts/folders";
import { runProgram, typescript } from "@/scripts/programs";
import { diskFull, isDiskFull, Problem, say, step } from "@/scripts/say";

/** Stands in the data folder while the demo is being loaded. */
const mark = () => path.join(dataFolder(), "demo-unfinished");

/** Empties a database in which the demo is half loaded: nothing else was ever in it. */
export async function removeUnfinishedDemo(database: Database): Promise<void> {
  if (!database.embedded || !existsSync(mark())) return;
  say("The last start was cut off while it loaded the demo: its database is made afresh.");
  const admin = new URL(database.url);
  admin.pathname = "/postgres";
  const name = pg.escapeIdentifier(new URL(database.url).pathname.slice(1));
  await ask(admin.href, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await ask(admin.href, `CREATE DATABASE ${name}`);
  rmSync(mark(), { force: true });
}

/** Loads the demo into an embedded database in which nobody has written yet. */
export async function loadDemoOnce(database: Database): Promise<void> {
  if (!database.embedded || process.env.REJOINDER_DEMO === "off") return;
  const [row] = await ask<{ empty: boolean }>(
    database.url,
    "SELECT NOT EXISTS (SELECT FROM boards) AND NOT EXISTS (SELECT FROM users) AS empty",
  );
  if (!row?.empty) return;
  writeFileSync(mark(), "");
  await step("Loading the demo (this first time only)", () => loadDemoInto(database.url));
  rmSync(mark(), { force: true });
}

/** Loads the demo, whatever is there already. */
export async function loadDemoInto(url: string): Promise<void> {
  const { output, code } = await runProgram(
    process.execPath,
    typescript("scripts/demo-program.ts"),
    { env: { ...process.env, DATABASE_URL: url } },
  );
  if (code === 0) return;
  if (isDiskFull(output)) throw new Problem(diskFull());
  process.stderr.write(output);
  throw new Problem(
    "The demo could not be loaded, as said above: start again without it by setting REJOINDER_DEMO=off.",
  );
}
