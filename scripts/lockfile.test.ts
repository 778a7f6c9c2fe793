import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { root } from "@/scripts/folders";

interface Entry {
  optionalDependencies?: Record<string, string>;
}

// npm leaves out what it could not fetch while it wrote the lock, and `npm ci` then refuses the lock.
test("the lock names the packages of every system, so that npm ci works on each", () => {
  const lock = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8"));
  const packages: Record<string, Entry> = lock.packages;
  const missing = Object.entries(packages).flatMap(([name, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (dependency) =>
        !(`node_modules/${dependency}` in packages) &&
        !(`${name}/node_modules/${dependency}` in packages),
    ),
  );
  expect(missing).toEqual([]);
});
