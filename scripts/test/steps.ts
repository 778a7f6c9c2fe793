// The steps of `npm test` that need no server.
import { existsSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { readyBuild } from "@/scripts/build";
import { root } from "@/scripts/folders";
import { type Outcome, runProgram } from "@/scripts/programs";
import { examineArchitecture } from "@/scripts/test/architecture";
import { counted, type Report, single } from "@/scripts/test/reports";
import { vitestCounts } from "@/scripts/test/vitest-report";

/** The tests' own production build, so that they can run beside a forum that is being used. */
export const TEST_BUILD = ".next-test";

const REPORTS = path.join(root, "node_modules/.cache/rejoinder/reports");

/** A file for a runner's report, which is not there yet. */
export function reportFile(name: string): string {
  mkdirSync(REPORTS, { recursive: true });
  const file = path.join(REPORTS, `${name}-${process.pid}.json`);
  rmSync(file, { force: true });
  return file;
}

/** Runs the command of an installed package. */
export function runTool(
  file: string,
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<Outcome> {
  return runProgram(process.execPath, [path.join(root, "node_modules", file), ...args], {
    env: { ...process.env, FORCE_COLOR: "0", ...environment },
  });
}

export async function lint(): Promise<Report> {
  const { code, output } = await runTool("@biomejs/biome/bin/biome", [
    "check",
    "--error-on-warnings",
    "--colors=off",
  ]);
  return single(code === 0, output);
}

/** The compiler, told first by Next.js which addresses there are. */
export async function types(): Promise<Report> {
  if (existsSync(path.join(root, "app"))) {
    const next = await runTool("next/dist/bin/next", ["typegen"], {
      REJOINDER_BUILD_DIR: TEST_BUILD,
    });
    if (next.code !== 0) return single(false, next.output);
  }
  const { code, output } = await runTool("typescript/bin/tsc", ["-p", "tsconfig.check.json"]);
  return single(code === 0, output);
}

export async function architecture(): Promise<Report> {
  const wrong = await examineArchitecture();
  return single(wrong.length === 0, wrong.join("\n"));
}

/** @param files the only tests to run; all of the project if there are none */
export async function vitest(
  project: "unit" | "db" | "http",
  files: readonly string[] = [],
): Promise<Report> {
  const file = reportFile(`vitest-${project}`);
  const { code, output } = await runTool("vitest/vitest.mjs", [
    ...["run", `--project=${project}`, "--passWithNoTests", ...files],
    ...["--reporter=default", "--reporter=json", `--outputFile.json=${file}`],
  ]);
  return counted(file, code, output, vitestCounts);
}

export async function build(): Promise<Report> {
  await readyBuild(TEST_BUILD);
  return single(true, "");
}
