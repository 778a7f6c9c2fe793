// PostgreSQL refuses to run as root. Started by root, it runs as user and group 65534 ("nobody" on
// most systems) instead, and only its own folder is given to that user.
import { spawnSync } from "node:child_process";
import { chownSync } from "node:fs";

export const asRoot = process.getuid?.() === 0;

/** Spawn options under which PostgreSQL's programs run. */
export const account = asRoot ? { uid: 65534, gid: 65534, cwd: "/" } : { cwd: "/" };

/** Gives a file or folder to PostgreSQL. */
export function give(file: string): void {
  if (asRoot) chownSync(file, account.uid as number, account.gid as number);
}

/** Whether PostgreSQL can enter this folder: tried, as modes, groups and lists all have a say. */
export function canEnter(folder: string): boolean {
  if (!asRoot) return true;
  return spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], account).status === 0;
}
