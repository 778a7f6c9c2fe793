// Several web processes behave as one: whatever becomes of one of them, the forum answers.
import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { routes } from "@/lib/routes";
import { root } from "@/scripts/folders";
import { freePort } from "@/scripts/ports";
import { typescript } from "@/scripts/programs";
import { board, person, thread } from "@/scripts/test/debate";
import { closeConnections, send } from "@/scripts/test/http/client";
import { complaintOf, submit } from "@/scripts/test/http/forms";
import { signedIn } from "@/scripts/test/http/sessions";
import { startWeb, type Web } from "@/scripts/test/http/web";
import { TEST_BUILD } from "@/scripts/test/steps";

const TWO = { WEB_PROCESSES: "2" };

/** Each request by a connection of its own, which the next web process is given. */
const ALONE = { headers: { connection: "close" } };

const started: Web[] = [];

async function startSeveral(environment: Record<string, string> = TWO): Promise<Web> {
  const web = await startWeb(environment);
  started.push(web);
  return web;
}

afterAll(async () => {
  closeConnections();
  await Promise.all(started.map((web) => web.stop()));
});

/** The ids of the web processes that it said it has. */
function pidsOf(web: Web): number[] {
  const first = /Web processes: ([\d, ]+)/.exec(web.log())?.[1] ?? "";
  const pids = new Set(first.split(", ").map(Number));
  for (const [, gone, come] of web.log().matchAll(/Web process (\d+) ended .*: (\d+) takes/g)) {
    pids.delete(Number(gone));
    pids.add(Number(come));
  }
  return [...pids];
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function until(what: string, holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (holds()) return;
    await sleep(50);
  }
  throw new Error(`This never came to be: ${what}.`);
}

/** Starts the server as a program that is expected to end by itself. */
function fails(environment: Record<string, string>): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, typescript("server/main.ts"), {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...{ ...process.env, NODE_ENV: "production", REJOINDER_BUILD_DIR: TEST_BUILD },
        ...environment,
      },
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (text) => {
        output += String(text);
      });
    }
    child.on("close", (code) => resolve({ code: code ?? -1, output }));
  });
}

test("when one of two web processes is killed the forum goes on answering, and soon there are two again", async () => {
  const web = await startSeveral();
  const before = pidsOf(web);
  expect(before).toHaveLength(2);
  const opened = await thread(await person(), await board());
  const path = routes.thread(opened.id);
  expect((await send(web.url, path, ALONE)).status).toBe(200);
  process.kill(before[0] ?? 0, "SIGKILL");
  await until("the process is gone", () => !isRunning(before[0] ?? 0));
  for (let count = 0; count < 10; count += 1) {
    expect((await send(web.url, path, ALONE)).status).toBe(200);
    expect((await send(web.url, "/healthz", ALONE)).status).toBe(200);
  }
  await until("another takes its place", () => /takes its place/.test(web.log()));
  const after = pidsOf(web);
  expect(after).toContain(before[1]);
  expect(after).not.toContain(before[0]);
  // The other one may go as well: the new one answers alone.
  await until("the new one answers", () => /Web process \d+ answers/.test(web.log()));
  process.kill(before[1] ?? 0, "SIGKILL");
  await until("that process is gone", () => !isRunning(before[1] ?? 0));
  for (let count = 0; count < 10; count += 1) {
    expect((await send(web.url, path, ALONE)).status).toBe(200);
  }
});

test("a form that one web process has shown is accepted by the others, and all see what it did", async () => {
  const web = await startSeveral();
  const author = await person();
  const opened = await thread(author, await board());
  const headers = { ...(await signedIn(author)), ...ALONE.headers };
  for (let count = 0; count < 6; count += 1) {
    const text = `Said through whichever process answers: zq${count}x.`;
    const answer = await submit(
      { url: web.url, headers },
      routes.reply(opened.openingId),
      "Publish",
      {
        text,
      },
    );
    expect(answer.status, complaintOf(answer)).toBe(303);
    for (const _ of ["one", "the other"]) {
      expect((await send(web.url, routes.thread(opened.id), ALONE)).body).toContain(`zq${count}x`);
    }
  }
});

test("rate limits count what all web processes were asked", async () => {
  const web = await startSeveral({ ...TWO, REJOINDER_RATE_LIMIT: "on" });
  const answers = new Set<number>();
  for (let count = 0; count < 40 && !answers.has(429); count += 1) {
    const answer = await send(web.url, `/setup?code=wrong${count}`, ALONE);
    answers.add(/Too many/.test(answer.body) ? 429 : answer.status);
  }
  expect([...answers]).toEqual([403, 429]);
});

test("told to stop, every web process finishes what it is answering and is gone", async () => {
  const web = await startSeveral();
  const pids = pidsOf(web);
  const opened = await thread(await person(), await board());
  const pages = Array.from({ length: 8 }, () => send(web.url, routes.thread(opened.id), ALONE));
  await Promise.race(pages);
  const stopping = web.stop();
  const statuses = (await Promise.allSettled(pages)).map((page) =>
    page.status === "fulfilled" ? page.value.status : String(page.reason),
  );
  expect(statuses).toEqual(Array(8).fill(200));
  expect(await stopping).toBe("exit code 0");
  expect(pids.filter(isRunning)).toEqual([]);
  expect(await send(web.url, "/healthz", ALONE).catch(() => "refused")).toBe("refused");
});

test("web processes end with the one that started them", async () => {
  const web = await startSeveral();
  const pids = pidsOf(web);
  process.kill(web.pid, "SIGKILL");
  await until("all are gone", () => !pids.some(isRunning));
});

test("web processes that cannot start end with one sentence", async () => {
  const taken = await startSeveral();
  const inUse = await fails({ ...TWO, PORT: String(taken.port) });
  expect(inUse.code).toBe(1);
  expect(inUse.output).toMatch(new RegExp(`^Port ${taken.port} is in use\\.$`, "m"));
  expect(inUse.output.match(/in use|does not start/g)).toHaveLength(1);
  const wrong = await fails({ WEB_PROCESSES: "many" });
  expect(wrong).toEqual({
    code: 1,
    output: 'WEB_PROCESSES is "many": it must be a number from 1 to 64.\n',
  });
  const broken = await fails({ ...TWO, PORT: String(await freePort()), DATABASE_URL: "" });
  expect(broken.code).toBe(1);
  expect(broken.output.match(/does not start/g)).toHaveLength(1);
});

test("web processes that end again and again are given up with a sentence", async () => {
  const web = await startSeveral();
  let gone = false;
  void web.ended.then(() => {
    gone = true;
  });
  const killed = new Set<number>();
  await until("it gives up", () => {
    for (const pid of pidsOf(web)) {
      if (!killed.has(pid) && !gone) {
        killed.add(pid);
        if (isRunning(pid)) process.kill(pid, "SIGKILL");
      }
    }
    return gone;
  });
  expect(await web.ended).toBe("exit code 1");
  expect(web.log()).toMatch(/several did within a minute: the forum stops\./);
});
