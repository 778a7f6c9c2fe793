import { expect, test } from "vitest";
import type { QuoteNote } from "@/lib/posts/view";
import { notesSummary, whereFound } from "./note-words";

const found: QuoteNote = {
  key: "k-1",
  words: "Words.",
  depth: 0,
  status: "verbatim",
  author: "ada",
  answered: true,
  candidates: [],
  chosen: null,
};
const candidate = { value: "1-2-3", author: "ada", prefix: "", words: "Words.", suffix: "" };

test("a line says where a quote's words were found", () => {
  const lines: [Partial<QuoteNote>, string][] = [
    [{}, "ada’s post, verbatim"],
    [{ status: "elided", chosen: "1-2-3" }, "ada’s post, elided, as you chose"],
    [{ status: "source edited" }, "ada’s post, as it was before an edit"],
    [{ status: "unverified", author: null }, "not found in this thread"],
    [{ status: "ambiguous", author: null }, "in several posts"],
    [
      { status: "ambiguous", candidates: [candidate] },
      "in several places of ada’s post: which one?",
    ],
    [{ status: "redacted", author: null, words: "" }, "hidden with the post it is from"],
  ];
  for (const [note, words] of lines) expect(whereFound({ ...found, ...note })).toBe(words);
});

test("who hears the page is told in one sentence", () => {
  expect(notesSummary([])).toBe("");
  expect(notesSummary([found])).toBe("1 quote: 1 found.");
  const statuses = ["ambiguous", "unverified", "redacted"] as const;
  const others = statuses.map((status) => ({ ...found, status }));
  expect(notesSummary([found, ...others])).toBe(
    "4 quotes: 1 found, 1 in several places, 1 not found, 1 hidden.",
  );
});
