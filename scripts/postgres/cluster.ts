// Making the files of a PostgreSQL server ("cluster"), so that an interruption leaves nothing half made.
import { randomBytes } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { account, give } from "@/scripts/postgres/account";
import { runProgram } from "@/scripts/programs";
import { diskFull, isDiskFull, Problem } from "@/scripts/say";

const MAJOR_VERSION = "18";

/** The cluster's folder inside the home of PostgreSQL. */
export function clusterOf(home: string): string {
  return path.join(home, "cluster");
}

/** The password of PostgreSQL's user `postgres`; random, readable by the operator alone. */
export function passwordOf(home: string): string {
  const file = path.join(home, "password");
  if (!existsSync(file)) {
    // Renamed into place, so that a full disk or a kill leaves no empty password behind.
    writeFileSync(`${file}.new`, randomBytes(24).toString("base64url"), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return readFileSync(file, "utf8");
}

/**
 * Makes the cluster when there is none. It is made under another name and renamed when complete:
 * a folder called `cluster` is always whole.
 *
 * @param lasting false for tests: nothing is forced onto the disk
 */
export async function makeCluster(home: string, initdb: string, lasting: boolean): Promise<void> {
  const cluster = clusterOf(home);
  if (existsSync(cluster)) return checkVersion(cluster);
  for (const name of readdirSync(home)) {
    if (name.startsWith("new-")) rmSync(path.join(home, name), { recursive: true, force: true });
  }
  const work = path.join(home, `new-${process.pid}-${Date.now()}`);
  mkdirSync(work, { mode: 0o700 });
  give(work);
  const passwordFile = path.join(work, "password");
  writeFileSync(passwordFile, passwordOf(home), { mode: 0o600 });
  give(passwordFile);
  const { output, code } = await runProgram(
    initdb,
    [
      ...["-D", path.join(work, "cluster"), "-U", "postgres", "--auth=scram-sha-256"],
      ...[`--pwfile=${passwordFile}`, "--encoding=UTF8"],
      ...[`--locale=${process.platform === "linux" ? "C.UTF-8" : "C"}`],
      ...["--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
      ...(lasting ? [] : ["--no-sync"]),
    ],
    // A process group of its own: Ctrl-C lets it come to its end, which takes a second.
    { ...account, detached: true },
  );
  if (code !== 0) {
    rmSync(work, { recursive: true, force: true });
    if (isDiskFull(output)) throw new Problem(diskFull(home));
    const words = /^initdb: error: (.*)$/m.exec(output)?.[1] ?? output.trim().split("\n").pop();
    throw new Problem(`The database could not be made in ${home}: ${words}.`);
  }
  renameSync(path.join(work, "cluster"), cluster);
  rmSync(work, { recursive: true, force: true });
}

function checkVersion(cluster: string): void {
  const version = readFileSync(path.join(cluster, "PG_VERSION"), "utf8").trim();
  if (version === MAJOR_VERSION) return;
  throw new Problem(
    `The data in ${cluster} were made by PostgreSQL ${version}, this is ${MAJOR_VERSION}: move them by that version's pg_dump, or start the Rejoinder that made them.`,
  );
}
