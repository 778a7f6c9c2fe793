import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isRunning, isUsedByOthers, noteUse, processName, withLock } from "@/scripts/lock.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "rejoinder-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a process is known by its id and its start, so that an id given anew does not count", () => {
  expect(isRunning(processName() ?? "")).toBe(true);
  expect(isRunning(`${process.pid}-1`)).toBe(false);
  expect(processName(2 ** 22 + 1)).toBeUndefined();
});

test("two pieces of work under one lock do not overlap", async () => {
  const file = path.join(folder, "lock");
  const log: string[] = [];
  const work = (name: string) => async () => {
    log.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, 150));
    log.push(`${name} ends`);
  };
  await Promise.all([withLock(file, work("one")), withLock(file, work("two"))]);
  expect(log).toEqual(["one begins", "one ends", "two begins", "two ends"]);
  expect(existsSync(file)).toBe(false);
});

test("the lock of a process that was killed holds nobody up", async () => {
  const file = path.join(folder, "lock");
  writeFileSync(file, "1-1");
  expect(await withLock(file, async () => "done")).toBe("done");
});

test("failing work gives the lock back", async () => {
  const file = path.join(folder, "lock");
  const failing = async () => {
    throw new Error("no");
  };
  await expect(withLock(file, failing)).rejects.toThrow("no");
  expect(existsSync(file)).toBe(false);
});

test("a note of use by a killed process does not count", () => {
  const forget = noteUse(folder);
  writeFileSync(path.join(folder, "1-1"), "");
  expect(isUsedByOthers(folder)).toBe(false);
  writeFileSync(path.join(folder, processName(process.ppid) ?? ""), "");
  expect(isUsedByOthers(folder)).toBe(true);
  forget();
});
