// Locks between processes that hold after kill -9: a lock is a file which names its holder, and a
// holder that no longer runs does not count. Plain JavaScript, because the installation uses it
// before there is anything that could run TypeScript.
import { spawnSync } from "node:child_process";
import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * A name for a running process that is never given twice: its id and when it started, as ids are
 * given anew.
 *
 * @param {number} pid
 * @returns {string | undefined} nothing when no such process runs
 */
export function processName(pid = process.pid) {
  if (process.platform === "linux") {
    try {
      // After the command's name in brackets: the state, then 18 fields, then the start time.
      const fields = readFileSync(`/proc/${pid}/stat`, "latin1").split(") ").pop().split(" ");
      return fields[0] === "Z" ? undefined : `${pid}-${fields[19]}`;
    } catch {
      return undefined;
    }
  }
  const started = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)])
    .stdout?.toString()
    .trim();
  return started ? `${pid}-${Date.parse(started)}` : undefined;
}

/** Whether the process of that name still runs. */
export function isRunning(name) {
  const pid = Number.parseInt(name, 10);
  return Number.isInteger(pid) && pid > 0 && processName(pid) === name;
}

/**
 * Does some work while no other process does work under the same lock.
 *
 * @param {string} file the lock; its folder is made when missing
 * @param {() => Promise<T>} work
 * @param {() => void} waiting called once if somebody else holds the lock
 * @returns {Promise<T>} what the work returned
 * @template T
 */
export async function withLock(file, work, waiting = () => {}) {
  mkdirSync(path.dirname(file), { recursive: true });
  const own = `${file}.${process.pid}`;
  writeFileSync(own, processName() ?? "");
  try {
    for (let told = false; !take(file, own); await sleep(100)) {
      if (!told) waiting();
      told = true;
    }
  } finally {
    rmSync(own, { force: true });
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** One attempt: linking makes the lock and its content in one step. */
function take(file, own) {
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
  const holder = read(file);
  if (holder === undefined || isRunning(holder)) return false;
  // Its holder is gone. Two processes may see that at once, so the one that moves the file away
  // looks at what it has moved.
  const aside = `${own}.stale`;
  try {
    renameSync(file, aside);
  } catch {
    return false;
  }
  if (read(aside) !== holder) renameSync(aside, file);
  else rmSync(aside, { force: true });
  return false;
}

function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/**
 * Notes in a folder that this process uses what the folder stands for.
 *
 * @returns {() => void} takes the note back
 */
export function noteUse(folder) {
  mkdirSync(folder, { recursive: true });
  const note = path.join(folder, processName() ?? String(process.pid));
  writeFileSync(note, "");
  return () => rmSync(note, { force: true });
}

/** Whether other processes that still run have noted their use; notes of dead ones are removed. */
export function isUsedByOthers(folder) {
  let used = false;
  for (const name of readdirSync(folder, { encoding: "utf8" })) {
    if (!isRunning(name)) rmSync(path.join(folder, name), { force: true });
    else if (name !== processName()) used = true;
  }
  return used;
}
