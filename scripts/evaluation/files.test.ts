import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readLabels, readThreads } from "@/scripts/evaluation/files";
import { judged, replay } from "@/scripts/evaluation/replay";

const folder = mkdtempSync(path.join(tmpdir(), "rejoinder-evaluation-"));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, ...lines: unknown[]): string {
  const file = path.join(folder, name);
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join("\n"));
  return file;
}

const post = (id: string, parent: string | null, body: string) => ({
  ...{ id, parent, body, author: "ada", createdAt: "2024-05-01T12:00:00Z" },
});
const thread = {
  id: "t",
  title: "A thread",
  posts: [
    post("1", null, "The first post says that locks are promises."),
    post("2", "1", "The second post says that clocks are opinions."),
    post(
      "3",
      "2",
      "> The first post says that locks are promises.\n>\n> From a book it is.\n\nYes.",
    ),
  ],
};
const label = {
  thread: "t",
  post: "3",
  quote: "The first post says that locks are promises.\n\nFrom a book it is.",
  source: "1",
};

describe("the evaluation of quotes", () => {
  it("counts a labelled quote by the source of its longest part, right or wrong", async () => {
    const threads = await readThreads(fileOf("threads", thread));
    const labels = await readLabels(fileOf("labels", label, { ...label, source: "2" }), threads);
    const replayed = replay(threads.get("t") ?? never());
    const outcomes = (labels.get("t") ?? []).map((one) => judged(one, replayed));
    expect(outcomes.map(({ outcome, status }) => [outcome, status])).toEqual([
      ["right", "verbatim"],
      ["wrong", "verbatim"],
    ]);
  });

  it.each([
    ["a label of an unknown post", { ...label, source: "9" }, "there is no post 9 in thread t"],
    ["a label of an unknown thread", { ...label, thread: "u" }, "there is no thread u"],
    ["a label without words", { ...label, quote: undefined }, "quote is missing"],
    ["another kind of line", [], "the line"],
  ])("refuses %s in a sentence that names the line", async (_, line, message) => {
    const threads = await readThreads(fileOf("threads", thread));
    const labels = readLabels(fileOf("labels", line), threads);
    await expect(labels).rejects.toThrow(/labels, line 1: /);
    await expect(readLabels(fileOf("labels", line), threads)).rejects.toThrow(message);
  });

  it("refuses a file that is not there, or not of threads", async () => {
    await expect(readThreads(path.join(folder, "none"))).rejects.toThrow("no file");
    await expect(readThreads(fileOf("other", { id: 1 }))).rejects.toThrow("line 1:");
  });
});

function never(): never {
  throw new Error("The thread was not read.");
}
