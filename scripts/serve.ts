// The HTTP server as a process of its own, which may start several (server/main.ts).
import { spawn } from "node:child_process";
import { root } from "@/scripts/folders";
import { typescript } from "@/scripts/programs";

/**
 * Settings of a process that is to stay small. By itself glibc keeps what was freed once for each
 * thread, and what was a page in the middle of its heap; and V8 collects the rarer the more memory
 * the machine has.
 */
export const FRUGAL = {
  MALLOC_ARENA_MAX: "2",
  MALLOC_MMAP_THRESHOLD_: String(128 * 1024),
  NODE_OPTIONS: "--max-old-space-size=512",
};

export interface Serving {
  /** The id of that process. */
  pid: number;
  /** The port on which it answers, or nothing if it ended first and has said why. */
  ready: Promise<number | undefined>;
  /** Resolves when it has ended, by itself or not, with the reason in words. */
  ended: Promise<string>;
  /** Ends it: requests under way are finished first. Called again, it cuts them off. */
  stop(): Promise<unknown>;
}

/**
 * Starts the server.
 *
 * @param environment in addition to this process's own; PORT 0 has it choose a port
 * @param collect takes what it writes, which otherwise goes to the terminal
 */
export function serve(
  environment: Record<string, string | undefined>,
  collect?: (text: string) => void,
): Serving {
  const output = collect === undefined ? "inherit" : "pipe";
  // In a process group of its own, so that Ctrl-C reaches it by us alone. Should we be killed, the
  // channel between us closes and it ends as well.
  const child = spawn(process.execPath, typescript("server/main.ts"), {
    cwd: root,
    detached: true,
    stdio: ["ignore", output, output, "ipc"],
    env: { ...FRUGAL, ...process.env, ...environment },
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (text) => collect?.(String(text)));
  }
  const ended = new Promise<string>((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("exit", (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  const ready = new Promise<number | undefined>((resolve) => {
    child.on("message", (message: { port: number }) => resolve(message.port));
    void ended.then(() => resolve(undefined));
  });
  const stop = () => {
    child.kill("SIGTERM");
    return ended;
  };
  return { pid: child.pid ?? 0, ready, ended, stop };
}
