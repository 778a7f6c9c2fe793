// The tables of the database, those of the queue of jobs, and the Prisma client that knows ours.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { JOBS } from "@/lib/jobs/schema";
import { ask } from "@/scripts/database";
import { root } from "@/scripts/folders";
import { runProgram } from "@/scripts/programs";
import { diskFull, isDiskFull, Problem, step } from "@/scripts/say";

const folder = path.join(root, "prisma/migrations");

/** The migrations of this version, oldest first. */
export function migrationNames(): string[] {
  return readdirSync(folder)
    .filter((name) => existsSync(path.join(folder, name, "migration.sql")))
    .sort();
}

/** The SQL of one migration. */
export function migrationSql(name: string): string {
  return readFileSync(path.join(folder, name, "migration.sql"), "utf8");
}

/** Brings the tables up to this version. Prisma's command takes seconds, so it runs only if needed. */
export async function migrate(url: string): Promise<void> {
  const done = await applied(url);
  const missing = migrationNames().filter((name) => !done.has(name));
  if (missing.length === 0) return;
  await step(`Bringing the tables up to date (${missing.length} to do)`, async () => {
    const { output, code } = await prisma(["migrate", "deploy"], url);
    if (code === 0) return;
    if (isDiskFull(output)) throw new Problem(diskFull());
    throw new Problem(
      `The tables could not be brought up to date: ${gist(output)} (npx prisma migrate status tells more).`,
    );
  });
}

/** Makes the tables of the queue of jobs, which are graphile-worker's own, or brings them up to date. */
export async function readyQueue(url: string): Promise<void> {
  const { runMigrations } = await import("graphile-worker");
  const { poolFor } = await import("@/lib/db/pool");
  const pool = poolFor(url, 1);
  try {
    await runMigrations({ pgPool: pool });
    // Each kind is known before the first job of it: the first ones would wait for one another.
    await pool.query(
      `INSERT INTO graphile_worker._private_tasks (identifier)
       SELECT unnest($1::text[]) EXCEPT SELECT identifier FROM graphile_worker._private_tasks
       ON CONFLICT DO NOTHING`,
      [Object.keys(JOBS)],
    );
  } finally {
    await pool.end();
  }
}

async function applied(url: string): Promise<Set<string>> {
  const [table] = await ask<{ exists: boolean }>(
    url,
    "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS exists",
  );
  if (!table?.exists) return new Set();
  const rows = await ask<{ name: string }>(
    url,
    `SELECT migration_name AS name FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  );
  return new Set(rows.map(({ name }) => name));
}

/** Makes the Prisma client when the schema is another one than it was made from. */
export async function generateClient(): Promise<void> {
  const stamp = path.join(root, "lib/db/generated/.made-from");
  const source = createHash("sha256")
    .update(readFileSync(path.join(root, "prisma/schema.prisma")))
    .update(readFileSync(path.join(root, "node_modules/prisma/package.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === source) return;
  await step("Making the database client", async () => {
    const { output, code } = await prisma(["generate"], "");
    if (code === 0) return writeFileSync(stamp, source);
    if (isDiskFull(output)) throw new Problem(diskFull(root));
    throw new Problem(`The database client could not be made: ${gist(output)}.`);
  });
}

function prisma(args: string[], url: string) {
  const command = path.join(root, "node_modules/prisma/build/index.js");
  return runProgram(process.execPath, [command, ...args], {
    env: { ...process.env, DATABASE_URL: url },
  });
}

/** The line of Prisma's output that says what went wrong. */
function gist(output: string): string {
  const lines = output.split("\n").map((line) => line.trim());
  const telling = lines.filter((line) => /error|P\d{4}|denied|failed/i.test(line));
  return (telling.join(" ") || lines.filter(Boolean).pop() || "no reason given").slice(0, 400);
}
