// Databases for tests, on an embedded PostgreSQL of their own in .data-test. Several runs may share
// it: each names its databases after its process, and what a killed run left behind is removed.
import path from "node:path";
import pg from "pg";
import { ask } from "@/scripts/database";
import { openFolder, root } from "@/scripts/folders";
import { isRunning, processName } from "@/scripts/lock.mjs";
import { migrationNames, migrationSql, readyQueue } from "@/scripts/migrations";
import { type Embedded, type EmbeddedOptions, joinEmbedded } from "@/scripts/postgres/embedded";

/** Joins the tests' PostgreSQL. */
export function joinTestServer(): Promise<Embedded> {
  return joinServerForRuns(".data-test", { lasting: false });
}

/** Joins the PostgreSQL of a folder in the checkout in which runs have databases of their own. */
export async function joinServerForRuns(
  folder: string,
  options: EmbeddedOptions,
): Promise<Embedded> {
  const data = path.join(root, folder);
  openFolder(data);
  const server = await joinEmbedded(data, options);
  const found = await ask<{ name: string }>(
    server.url("postgres"),
    "SELECT datname AS name FROM pg_database WHERE datname LIKE 'test-%'",
  );
  for (const { name } of found) {
    const [, pid, started] = name.split("-");
    if (!isRunning(`${pid}-${started}`)) await dropDatabase(server.url("postgres"), name);
  }
  return server;
}

let made = 0;

/** A name for a database of this process. */
export function databaseName(): string {
  made += 1;
  return `test-${processName()}-${made}`;
}

/** Makes an empty database with the forum's tables, and returns its name. */
export async function makeTemplate(server: Embedded): Promise<string> {
  const name = databaseName();
  await ask(server.url("postgres"), `CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  for (const migration of migrationNames()) {
    await ask(server.url(name), migrationSql(migration));
  }
  await readyQueue(server.url(name));
  return name;
}

/**
 * Makes a copy of a database, which nobody may be connected to.
 *
 * @param admin the address of another database of that server
 * @returns the address of the copy
 */
export async function copyDatabase(admin: string, template: string, name: string): Promise<string> {
  const [copy, original] = [name, template].map((each) => pg.escapeIdentifier(each));
  await ask(admin, `CREATE DATABASE ${copy} TEMPLATE ${original} STRATEGY file_copy`);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return url.href;
}

export async function dropDatabase(admin: string, name: string): Promise<void> {
  await ask(admin, `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`);
}
