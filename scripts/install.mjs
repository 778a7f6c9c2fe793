// What has to be true before any TypeScript can run: a Node.js that is new enough, and the packages
// of package-lock.json. Plain JavaScript on Node.js alone, for a fresh clone has nothing else.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { withLock } from "./lock.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const stamp = path.join(root, "node_modules/.rejoinder-lock");

/**
 * Readies this process to import TypeScript. Ends it with a sentence if that cannot be.
 *
 * @param {NodeJS.WriteStream} terminal where to say what is done
 */
export async function prepare(terminal) {
  checkNode();
  process.chdir(root);
  // Neither Next.js nor Prisma is to report to its makers on an operator's behalf.
  process.env.NEXT_TELEMETRY_DISABLED = "1";
  process.env.CHECKPOINT_DISABLE = "1";
  try {
    if (!isInstalled()) await install(terminal);
    const { register } = await import("tsx/esm/api");
    register();
  } catch (error) {
    process.stderr.write(`${error.sentence ?? error.stack}\n`);
    process.exit(1);
  }
}

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  process.stderr.write(
    `Rejoinder needs Node.js 20.19 or newer, this is ${process.versions.node}: install a newer one from https://nodejs.org.\n`,
  );
  process.exit(1);
}

function isInstalled() {
  const lock = readFileSync(path.join(root, "package-lock.json"));
  const wanted = createHash("sha256").update(lock).digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return true;
  if (!agrees(JSON.parse(lock))) return false;
  writeFileSync(stamp, wanted);
  return true;
}

/** Whether npm's own list of what it installed has everything of the lock: `npm install` was run by hand. */
function agrees(lock) {
  const list = path.join(root, "node_modules/.package-lock.json");
  if (!existsSync(list)) return false;
  const installed = JSON.parse(readFileSync(list)).packages;
  return Object.entries(lock.packages).every(
    ([name, { version, optional, link }]) =>
      name === "" ||
      link ||
      (installed[name] ? installed[name].version === version : optional === true),
  );
}

function install(terminal) {
  const lock = path.join(root, ".data/install.lock");
  const waiting = () => terminal.write("Waiting for another installation to end …\n");
  return withLock(lock, async () => (isInstalled() ? undefined : runNpm(terminal)), waiting);
}

async function runNpm(terminal) {
  const began = Date.now();
  terminal.write("Installing the packages (npm ci) …\n");
  // Run by npm, we know which one; otherwise the one on the path.
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith(".js") ? [process.execPath, [npm]] : ["npm", []];
  const { code, signal, output } = await run(command, [
    ...first,
    ...["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"],
  ]);
  if (signal) process.exit(signal === "SIGINT" ? 130 : 143);
  if (code !== 0) throw { sentence: whyNot(output) };
  isInstalled();
  terminal.write(`  done in ${((Date.now() - began) / 1000).toFixed(1)} s\n`);
}

function whyNot(output) {
  if (/ENOSPC|no space left|EDQUOT/i.test(output)) {
    return `The disk is full (${root}): make room and start again; nothing that was saved is lost.`;
  }
  const network = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|network/i.test(output);
  const first =
    /npm error (?!code|errno|syscall)(.+)/.exec(output)?.[1] ?? output.trim().split("\n")[0];
  return network
    ? `The packages could not be fetched: check the connection to npm's registry and start again (${first}).`
    : `npm ci failed (${first}): correct that and start again.`;
}

/** Runs a program to its end and passes on a signal to end. */
function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ["ignore", "ignore", "pipe"] });
    let output = "";
    let signal;
    const pass = (name) => {
      signal = name;
      child.kill(name);
    };
    process.on("SIGINT", pass).on("SIGTERM", pass);
    child.stderr.on("data", (text) => {
      output += text;
    });
    child.on("error", () =>
      reject({ sentence: "npm is not installed: install Node.js with npm." }),
    );
    child.on("close", (code) => {
      process.off("SIGINT", pass).off("SIGTERM", pass);
      resolve({ code, signal, output });
    });
  });
}
