// The worker as a process of its own: what it does takes nothing from the pages, and its end is not
// theirs.
import { type ChildProcess, spawn } from "node:child_process";
import { root } from "@/scripts/folders";
import { typescript } from "@/scripts/programs";
import { say } from "@/scripts/say";
import { FRUGAL } from "@/scripts/serve";

export interface Working {
  /** The id of the process that works now. */
  pid(): number;
  /** Ends it: jobs that were begun are finished first. Called again, it cuts them off. */
  stop(): Promise<unknown>;
}

/** Before one that ended is started again (milliseconds): doubled each time, up to the longest. */
const FIRST_WAIT = 500;
const LONGEST_WAIT = 30_000;

/** What was begun is finished before the end, if that takes no longer (milliseconds). */
const LONGEST_END = 15_000;

/** One that lived so long did not end because of how it began. */
const WELL = 60_000;

/**
 * Starts the worker, and starts it again whenever it ends by itself: jobs wait meanwhile, pages don't.
 *
 * @param environment in addition to this process's own
 * @param tell takes what there is to say
 */
export function startWorker(
  environment: Record<string, string | undefined>,
  tell: (line: string) => void = say,
): Working {
  let child: ChildProcess | undefined;
  let timer: NodeJS.Timeout | undefined;
  let wait = FIRST_WAIT;
  let stopping = false;
  let ended: Promise<unknown> = Promise.resolve();

  const start = () => {
    const began = Date.now();
    const started = spawn(process.execPath, typescript("scripts/work-program.ts"), {
      cwd: root,
      detached: true,
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      env: { ...FRUGAL, ...process.env, ...environment },
    });
    child = started;
    for (const stream of [started.stdout, started.stderr]) {
      stream?.on("data", (text) => tell(String(text).trimEnd()));
    }
    ended = new Promise((resolve) => {
      started.on("error", resolve);
      started.on("exit", resolve);
    });
    void ended.then(() => {
      if (stopping) return;
      if (Date.now() - began > WELL) wait = FIRST_WAIT;
      tell(`The worker ended: another takes its place in ${wait / 1000} s.`);
      timer = setTimeout(start, wait);
      wait = Math.min(2 * wait, LONGEST_WAIT);
    });
  };
  start();
  return {
    pid: () => child?.pid ?? 0,
    stop: () => {
      const cutOff = () => child?.kill("SIGKILL");
      if (stopping) cutOff();
      else child?.kill("SIGTERM");
      stopping = true;
      clearTimeout(timer);
      const last = setTimeout(cutOff, LONGEST_END);
      return ended.finally(() => clearTimeout(last));
    },
  };
}
