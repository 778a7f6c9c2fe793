import { spawn } from "node:child_process";
import { once } from "node:events";
import { beforeEach, expect, test, vi } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { inPlainTransaction } from "@/lib/db/plain";
import { env } from "@/lib/env";
import { enqueue } from "@/lib/jobs/commands";
import { HANDLERS, type Handlers } from "@/lib/jobs/handlers.commands";
import { work } from "@/lib/jobs/worker.commands";
import { typescript } from "@/scripts/programs";
import { doDueJobs, laterForJobs, waitingJobs } from "@/scripts/test/jobs";

beforeEach(async () => {
  await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
});

const PAYLOAD = { address: "ada@example.org", wish: "reset", key: "k" } as const;

const failing = (): Handlers => ({
  ...HANDLERS,
  "find-addressee": vi.fn(() => Promise.reject(new Error("The mail server is away."))),
});

for (const [name, transaction] of [
  ["Prisma's", inTransaction],
  ["a plain", inPlainTransaction],
] as const) {
  test(`a job asked for in ${name} transaction is there if and only if that is committed`, async () => {
    const lost = transaction(async (tx) => {
      await enqueue(tx, "find-addressee", PAYLOAD);
      throw new Error("The cause did not happen.");
    });
    await expect(lost).rejects.toThrow("did not happen");
    expect(await waitingJobs()).toEqual([]);
    await transaction((tx) => enqueue(tx, "find-addressee", PAYLOAD));
    expect(await waitingJobs()).toMatchObject([{ kind: "find-addressee", payload: PAYLOAD }]);
  });
}

test("jobs of one key that wait together are one, and one for later waits", async () => {
  const later = new Date(Date.now() + 3_600_000);
  for (const address of ["a@example.org", "b@example.org"]) {
    await inTransaction((tx) =>
      enqueue(tx, "find-addressee", { ...PAYLOAD, address }, { key: "one", runAt: later }),
    );
  }
  await doDueJobs(failing());
  expect(await waitingJobs()).toMatchObject([
    { payload: { address: "b@example.org" }, attempts: 0, runAt: later },
  ]);
});

test("a job that fails is tried again, later each time, and keeps why", async () => {
  await inTransaction((tx) => enqueue(tx, "find-addressee", PAYLOAD));
  const waits: number[] = [];
  for (let attempt = 1; attempt <= 4; attempt += 1) {
    await doDueJobs(failing());
    const [job] = await waitingJobs();
    expect(job).toMatchObject({ attempts: attempt, lastError: "The mail server is away." });
    waits.push((job?.runAt.getTime() ?? 0) - Date.now());
    await laterForJobs();
  }
  expect(waits).toEqual([...waits].sort((a, b) => a - b));
  expect(waits.at(-1)).toBeGreaterThan(30_000);
});

test("a job with a payload that its kind does not know fails, and is not done", async () => {
  await db().$executeRaw`
    SELECT FROM graphile_worker.add_job('find-addressee', '{"address": 7}'::json)`;
  const handlers = failing();
  await doDueJobs(handlers);
  expect(handlers["find-addressee"]).not.toHaveBeenCalled();
  expect(await waitingJobs()).toMatchObject([{ attempts: 1 }]);
});

test("a job whose worker is killed is done by the next, and by nobody else meanwhile", async () => {
  await inTransaction((tx) => enqueue(tx, "sweep-mail", {}));
  const killed = spawn(process.execPath, typescript("scripts/test/job-program.ts"), {
    env: { ...process.env, DATABASE_URL: env().DATABASE_URL },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(killed.stdout, "data");
  const stop = new AbortController();
  const done = vi.fn(() => Promise.resolve());
  const working = work(env().DATABASE_URL, stop.signal, { ...HANDLERS, "sweep-mail": done });
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  expect(done).not.toHaveBeenCalled();
  killed.kill("SIGKILL");
  await vi.waitFor(() => expect(done).toHaveBeenCalledTimes(1), 20_000);
  stop.abort();
  await working;
  expect(await waitingJobs()).toEqual([]);
});
