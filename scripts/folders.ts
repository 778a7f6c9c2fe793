// Where things are kept.
import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/** Where the forum keeps its data on this computer, made when missing. */
export function dataFolder(): string {
  const folder = path.resolve(root, process.env.REJOINDER_DATA || ".data");
  openFolder(folder);
  return folder;
}

/**
 * Makes a folder that other users may pass through but not list: PostgreSQL runs as another user
 * when the launcher runs as root.
 */
export function openFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const { mode, uid } = statSync(folder);
  if (uid === process.getuid?.() && (mode & 0o011) !== 0o011) chmodSync(folder, mode | 0o011);
}

/** A few characters that stand for a longer text, such as the path of a checkout. */
export function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}
