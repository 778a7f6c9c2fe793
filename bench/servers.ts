// The three servers that are measured, each a process of its own on the loopback address.
import { type ChildProcess, spawn } from "node:child_process";
import type { Ending } from "@/scripts/ending";
import { root } from "@/scripts/folders";
import { freePort } from "@/scripts/ports";
import { typescript } from "@/scripts/programs";
import { Problem } from "@/scripts/say";
import { FRUGAL } from "@/scripts/serve";
import { TEST_BUILD } from "@/scripts/test/steps";

export const SERVERS = {
  forum: { file: "server/main.ts", name: "Rejoinder" },
  bare: { file: "bench/peers/bare.ts", name: "bare `node:http` + `pg`" },
  naive: { file: "bench/peers/naive/server.ts", name: "naive Next.js page" },
} as const;

export type ServerName = keyof typeof SERVERS;

/** What a forum is told that is measured on this database. */
export function forumOn(databaseUrl: string) {
  return {
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: "only-for-tests-and-never-for-a-forum",
    REJOINDER_BUILD_DIR: TEST_BUILD,
    REJOINDER_RATE_LIMIT: "off",
  };
}

export interface RunningServer {
  url: string;
  pid: number;
}

/** Starts a server in production, and has it ended at the end. */
export async function startServer(
  name: ServerName,
  environment: Record<string, string>,
  ending: Ending,
): Promise<RunningServer> {
  const port = await freePort();
  const child = spawn(process.execPath, typescript(SERVERS[name].file), {
    cwd: root,
    // Ctrl-C reaches it by us alone; and it ends with the channel between us, should we be killed.
    detached: true,
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    env: { ...FRUGAL, ...process.env, ...environment, NODE_ENV: "production", PORT: String(port) },
  });
  let complaint = "";
  child.stderr?.on("data", (text) => {
    complaint += String(text);
  });
  const ended = endOf(child);
  ending.undo(async () => {
    child.kill("SIGTERM");
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 12_000).unref())]);
    child.kill("SIGKILL");
  });
  await Promise.race([
    new Promise((resolve) => child.once("message", resolve)),
    ended.then(() => {
      throw new Problem(`The server ${SERVERS[name].name} did not start: ${complaint}`);
    }),
  ]);
  return { url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0 };
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
}
