import { expect, test } from "vitest";
import { answerRun } from "@/lib/quotes/answer-run";

test("a quote is answered by the words under it", () => {
  expect(answerRun(["", "<p>No.</p>"], 0)).toBe(1);
  expect(answerRun(["<p>Well:</p>", "<p>No.</p>", "<p>Yes.</p>"], 1)).toBe(2);
});

test("quotes one under the other share the answer under the last", () => {
  expect(answerRun(["", "", "<p>Both.</p>"], 0)).toBe(2);
});

test("a quote at the end is not answered by the words above it", () => {
  expect(answerRun(["<p>As was said:</p>", ""], 0)).toBeNull();
  expect(answerRun([], 0)).toBeNull();
});
