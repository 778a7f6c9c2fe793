// The production build: made when the sources are others than those it was made from, and marked as
// whole only when it is.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { buildServiceWorker } from "@/scripts/build-service-worker";
import { root } from "@/scripts/folders";
import { isUsedByOthers, noteUse, withLock } from "@/scripts/lock.mjs";
import { runProgram } from "@/scripts/programs";
import { diskFull, isDiskFull, Problem, say, step } from "@/scripts/say";

/** What the build is made from. `server` and `scripts` are not: they run as they are. */
const SOURCES = [
  ...["app", "components", "lib", "public", "worker", "prisma/schema.prisma", "package-lock.json"],
  ...["next.config.ts", "postcss.config.mjs", "tsconfig.json", "proxy.ts", "instrumentation.ts"],
];

/** Made from the schema, or not part of what is shown. */
const BESIDE_THE_POINT = /^lib\/db\/generated\/|\.test\.tsx?$/;

/**
 * Brings the build in a folder up to date, and keeps others from rebuilding it while this process
 * runs.
 *
 * @returns whether it had to be built
 */
export function readyBuild(folder: string): Promise<boolean> {
  const desk = path.join(root, "node_modules/.cache/rejoinder", folder);
  const waiting = () => say("Waiting for another build to end …");
  return withLock(
    `${desk}.lock`,
    async () => {
      const users = `${desk}.users`;
      noteUse(users);
      if (buildIsReady(folder)) return false;
      const sources = hashOfSources();
      if (isUsedByOthers(users)) {
        throw new Problem(
          "The sources have changed while another Rejoinder serves from this checkout: stop that one first, then start again.",
        );
      }
      rmSync(stampOf(folder), { force: true });
      await step("Building (again only when the sources change)", async () => {
        await build(folder);
        await buildServiceWorker(folder, sources);
      });
      writeFileSync(stampOf(folder), sources);
      return true;
    },
    waiting,
  );
}

/**
 * Next.js writes types for the pages there are, into each folder it builds in, and its build checks
 * them all: those of another folder may speak of pages that are gone.
 */
function forgetOldTypes(): void {
  for (const name of readdirSync(root).filter((each) => each.startsWith(".next"))) {
    for (const types of ["types", "dev/types"]) {
      rmSync(path.join(root, name, types), { recursive: true, force: true });
    }
  }
}

/** Whether the folder holds a whole build of the sources as they are. */
export function buildIsReady(folder: string): boolean {
  const stamp = stampOf(folder);
  return existsSync(stamp) && readFileSync(stamp, "utf8") === hashOfSources();
}

/** Written when the build is whole: what it was made from. */
function stampOf(folder: string): string {
  return path.join(root, folder, "rejoinder-sources");
}

async function build(folder: string): Promise<void> {
  forgetOldTypes();
  const next = path.join(root, "node_modules/next/dist/bin/next");
  const { output, code } = await runProgram(process.execPath, [next, "build"], {
    env: { ...process.env, NODE_ENV: "production", REJOINDER_BUILD_DIR: folder },
  });
  if (code === 0) return;
  if (isDiskFull(output)) throw new Problem(diskFull(root));
  process.stderr.write(output);
  const killed = code === 137 ? " It was killed: is there memory enough (2 GB)?" : "";
  throw new Problem(`The build failed, as said above.${killed}`);
}

/** One hash over names and contents of all sources. */
function hashOfSources(): string {
  const hash = createHash("sha256");
  for (const file of SOURCES.flatMap(filesOf).sort()) {
    if (BESIDE_THE_POINT.test(file)) continue;
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

function filesOf(source: string): string[] {
  const full = path.join(root, source);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [source];
  return readdirSync(full, { withFileTypes: true }).flatMap((entry) =>
    filesOf(path.posix.join(source, entry.name)),
  );
}
