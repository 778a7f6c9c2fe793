// What scripts/run.mjs does, once packages are installed.
import { spawn } from "node:child_process";
import { endingInGoodOrder } from "@/scripts/ending";
import { typescript } from "@/scripts/programs";
import { Problem, sayOnStderr } from "@/scripts/say";
import { authSecret } from "@/scripts/secret";
import { loadEnvironmentFile, readyDatabase } from "@/scripts/start";

/** Runs a program with the database at hand, then ends with the program's exit code. */
export async function run([file, ...args]: string[]): Promise<void> {
  sayOnStderr();
  loadEnvironmentFile();
  await endingInGoodOrder(async (ending) => {
    if (file === undefined) throw new Problem("Usage: node scripts/run.mjs FILE [ARGUMENT …]");
    await readyDatabase(ending);
    process.env.AUTH_SECRET = authSecret();
    const child = spawn(process.execPath, typescript(file, ...args), { stdio: "inherit" });
    const ended = new Promise<number>((resolve, reject) => {
      child.on("error", reject);
      child.on("exit", (code) => resolve(code ?? 1));
    });
    // Ctrl-C reaches the program by itself; other signals reach only us.
    void ending.asked.then(() => child.kill("SIGTERM"));
    return ended;
  });
}
