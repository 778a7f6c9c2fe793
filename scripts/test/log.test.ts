import { expect, test } from "vitest";
import { folded, ProgramLog } from "@/scripts/test/log";

test("a line that comes again at once stands once, with how often it came", () => {
  expect(folded("one\ntwo\ntwo\ntwo\none\n")).toBe("one\ntwo\n  (3 times)\none\n");
});

test("so do lines that come again together, such as a stack trace", () => {
  const error = "Error: away\n    at one\n    at two\n";
  expect(folded(`begin\n${error.repeat(500)}end`)).toBe(
    "begin\nError: away\n    at one\n    at two\n  (these 3 lines 500 times)\nend",
  );
});

test("what does not come again is left as it is", () => {
  const log = "a\nb\na\nc\n\n\nb\na";
  expect(folded(log).replace(/\n+/g, "\n")).toBe(log.replace(/\n+/g, "\n"));
  expect(folded("")).toBe("");
});

test("each program's words stand under its name, and nothing where it wrote nothing", () => {
  const log = new ProgramLog("The worker");
  expect(String(log)).toBe("");
  log.take("half a ");
  log.take("line\n");
  log.takeLine("a line");
  log.takeLine("a line");
  expect(String(log)).toBe("The worker wrote:\nhalf a line\na line\n  (2 times)\n");
});
