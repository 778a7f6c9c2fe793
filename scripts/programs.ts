// Running other programs, and ending them when the launcher is told to end.
import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { root } from "@/scripts/folders";

export interface Outcome {
  /** What it printed on both outputs, when that was not passed on. */
  output: string;
  /** 0 for success; 128 + n when a signal ended it. */
  code: number;
}

const running = new Set<ChildProcess>();

/** Passes a signal on to every program that runs now. */
export function signalPrograms(signal: NodeJS.Signals): void {
  for (const child of running) child.kill(signal);
}

/**
 * Runs a program to its end. Its output is collected unless `stdio` says otherwise. A program that
 * cannot be started rejects.
 */
export function runProgram(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const stdio = ["ignore", "pipe", "pipe"] as const;
    const child = spawn(command, args, { cwd: root, stdio: [...stdio], ...options });
    let output = "";
    const collect = (text: Buffer) => {
      output += text.toString();
    };
    child.stdout?.on("data", collect);
    child.stderr?.on("data", collect);
    running.add(child);
    child.on("error", (error) => {
      running.delete(child);
      reject(error);
    });
    child.on("close", (code, signal) => {
      running.delete(child);
      resolve({ output, code: code ?? 128 + signalNumber(signal) });
    });
  });
}

/** The arguments with which Node.js runs a TypeScript file of this checkout. */
export function typescript(file: string, ...args: string[]): string[] {
  return ["--import", "tsx", file, ...args];
}

function signalNumber(signal: NodeJS.Signals | null): number {
  return { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }[signal as string] ?? 1;
}
