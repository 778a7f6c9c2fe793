// Starting and stopping the PostgreSQL server of a home, whatever state the last one was left in.
import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { processName } from "@/scripts/lock.mjs";
import { freePort, obstacle } from "@/scripts/ports";
import { account } from "@/scripts/postgres/account";
import { clusterOf, passwordOf } from "@/scripts/postgres/cluster";
import { runProgram } from "@/scripts/programs";
import { diskFull, isDiskFull, Problem } from "@/scripts/say";

const LOG_LIMIT = 5_000_000;

/** After a crash the old server's last processes may need a moment to go. */
const START_ATTEMPTS = 20;

export function logOf(home: string): string {
  return path.join(home, "postgres.log");
}

export function urlOf(home: string, port: number, database: string): string {
  return `postgresql://postgres:${passwordOf(home)}@127.0.0.1:${port}/${database}`;
}

/** What PostgreSQL has logged since its log had this size, at most the last 4,000 bytes. */
export function logSince(home: string, size: number): string {
  if (!existsSync(logOf(home))) return "";
  const file = openSync(logOf(home), "r");
  const end = fstatSync(file).size;
  const tail = Buffer.alloc(Math.min(4000, Math.max(0, end - size)));
  readSync(file, tail, 0, tail.length, end - tail.length);
  closeSync(file);
  return tail.toString();
}

export function logSize(home: string): number {
  return existsSync(logOf(home)) ? statSync(logOf(home)).size : 0;
}

/** The server that runs on this home now, even one whose launcher was killed; it answers. */
export async function findServer(home: string): Promise<number | undefined> {
  const file = path.join(clusterOf(home), "postmaster.pid");
  // The wait is for a server that is still starting, recovering or stopping.
  for (let attempt = 0; attempt < 600; attempt++) {
    const [pid, , , port] = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
    if (pid === undefined || processName(Number(pid)) === undefined) return undefined;
    if (!isPostgres(Number(pid))) {
      // The computer was restarted and another program has the old server's id.
      rmSync(file, { force: true });
      return undefined;
    }
    if (port && (await answers(urlOf(home, Number(port), "postgres")))) return Number(port);
    await sleep(100);
  }
  throw new Problem(`PostgreSQL runs on ${home} but does not answer: see ${logOf(home)}.`);
}

function isPostgres(pid: number): boolean {
  if (process.platform !== "linux") return true;
  return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("postgres");
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("SELECT 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Starts the server. @returns its port: the one it had before, unless somebody took that */
export async function startServer(
  home: string,
  control: string,
  settings: readonly string[],
): Promise<number> {
  if (logSize(home) > LOG_LIMIT) renameSync(logOf(home), `${logOf(home)}.old`);
  for (let attempt = 1; ; attempt++) {
    const port = await choosePort(home);
    const values = [`listen_addresses=127.0.0.1`, ...settings].map((value) => `-c ${value}`);
    const before = logSize(home);
    const { code } = await runProgram(
      control,
      // Ten minutes: recovery after a crash takes as long as it takes.
      [
        ...["-D", clusterOf(home), "-w", "-t", "600", "-l", logOf(home)],
        "-o",
        `-p ${port} -k '' ${values.join(" ")}`,
        "start",
      ],
      // Its output is not ours to wait for: the server would inherit the pipe and never close it.
      { ...account, detached: true, stdio: "ignore" },
    );
    if (code === 0) return port;
    const log = logSince(home, before);
    if (isDiskFull(log)) throw new Problem(diskFull(home));
    const passing = /address already in use|shared memory block|lock file ".*" already exists/i;
    if (!passing.test(log) || attempt === START_ATTEMPTS) {
      const fatal = log.match(/(?:FATAL|PANIC): .*/g)?.pop() ?? `exit code ${code}`;
      throw new Problem(`The database does not start (${fatal}): see ${logOf(home)}.`);
    }
    if (/address already in use/i.test(log)) rmSync(portFile(home), { force: true });
    await sleep(250);
  }
}

function portFile(home: string): string {
  return path.join(home, "port");
}

async function choosePort(home: string): Promise<number> {
  const kept = existsSync(portFile(home)) ? Number(readFileSync(portFile(home), "utf8")) : 0;
  if (kept > 0 && (await obstacle(kept, "127.0.0.1")) === undefined) return kept;
  const port = await freePort();
  writeFileSync(portFile(home), String(port));
  return port;
}

/** Stops the server: open transactions are rolled back, everything committed is on the disk. */
export async function stopServer(home: string, control: string): Promise<void> {
  await runProgram(control, ["-D", clusterOf(home), "-w", "-t", "60", "-m", "fast", "stop"], {
    ...account,
    detached: true,
  });
}
