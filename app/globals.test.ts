import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { root } from "@/scripts/folders";

/** Of what holds the posts of a thread. */
const ASKED_HIGH_UP =
  /\b(?:html|body|:root|main|\.thread|\.thread-replies|\.replies|\.branch):has\(/;

test("no stylesheet asks with :has() of what holds a thread's posts: each change would search them all", () => {
  const sheets = ["app", "components"].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".css"))
      .map((name) => path.join(root, folder, name)),
  );
  expect(sheets.length).toBeGreaterThan(10);
  const asking = sheets.filter((sheet) => ASKED_HIGH_UP.test(readFileSync(sheet, "utf8")));
  expect(asking).toEqual([]);
});
