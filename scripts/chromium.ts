// Which Chromium the browser tests use: Playwright's own if it is installed, else the one that comes
// inside an npm package (Linux, nothing to download from elsewhere), else the system's.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { chromium as playwright } from "@playwright/test";

interface Browser {
  launchOptions?: {
    executablePath: string;
    args: string[];
    chromiumSandbox: boolean;
    env: Record<string, string>;
  };
}

const SYSTEM = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Playwright's `use` options for the browser; without any, Playwright looks for its own and says how to get it. */
export async function chromium(): Promise<Browser> {
  if (existsSync(playwright.executablePath())) return {};
  const packaged = await packagedChromium().catch(() => undefined);
  if (packaged !== undefined) return packaged;
  const found = (process.env.PATH ?? "")
    .split(path.delimiter)
    .flatMap((folder) => SYSTEM.map((name) => path.join(folder, name)))
    .find((file) => existsSync(file));
  return found === undefined ? {} : launching(found, {});
}

async function packagedChromium(): Promise<Browser | undefined> {
  if (process.platform !== "linux") return undefined;
  const folder = await unpacked();
  const executable = path.join(folder, "chromium");
  return launching(executable, {
    // A bare system lacks libnss and its like, and fonts; the package has a set of each.
    ...(hasLibraries(executable) ? {} : { LD_LIBRARY_PATH: path.join(folder, "al2023/lib") }),
    ...(existsSync("/etc/fonts") ? {} : { FONTCONFIG_PATH: path.join(folder, "fonts") }),
  });
}

/**
 * The folder of the unpacked package. The package unpacks into the temporary folder under fixed
 * names, believes what it finds there, and cannot read another user's: hence a folder per user and
 * version, renamed into place when it is whole.
 */
async function unpacked(): Promise<string> {
  const require = createRequire(import.meta.url);
  const home = path.resolve(require.resolve("@sparticuz/chromium"), "../..");
  const { version } = require(path.join(home, "package.json"));
  const name = `rejoinder-chromium-${version}-${os.userInfo().uid}`;
  const folder = path.join(os.tmpdir(), name);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { mode: 0o700 });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = unfinished;
  try {
    const { default: packaged, inflate } = await import("@sparticuz/chromium");
    await packaged.executablePath();
    await inflate(path.join(home, "bin/al2023.tar.br"));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  try {
    renameSync(unfinished, folder);
  } catch {
    // Somebody was quicker.
    rmSync(unfinished, { recursive: true, force: true });
  }
  return folder;
}

function hasLibraries(executable: string): boolean {
  const { stdout } = spawnSync("ldd", [executable], { encoding: "utf8" });
  return typeof stdout === "string" && stdout !== "" && !stdout.includes("not found");
}

function launching(executablePath: string, environment: Record<string, string>): Browser {
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return {
    launchOptions: {
      executablePath,
      args: [],
      // Chromium's sandbox does not work for root, nor in most containers.
      chromiumSandbox: false,
      env: { ...Object.fromEntries(inherited), ...environment },
    },
  };
}
