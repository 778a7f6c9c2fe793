import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { type RenderedPost, type RenderedQuote, renderPost } from "@/lib/text/render";
import { resolveQuote, type Source } from "./resolve";

/** Real debates with the source of each quote labelled by hand; not part of this repository. */
const DATA = new URL("../../../shared/data/", import.meta.url);
const THREADS = new URL("debates.threads.jsonl", DATA);
const LABELS = new URL("debates.labels.jsonl", DATA);

/** Resolved when this was written: 1,181 of 1,230. The others were altered by who quoted them. */
const MIN_RIGHT = 0.95;

interface DataThread {
  id: string;
  posts: { id: string; parent: string | null; body: string }[];
}

interface Label {
  thread: string;
  post: string;
  quote: string;
  source: string;
}

const isHere = existsSync(THREADS) && existsSync(LABELS);
if (!isHere)
  console.log(
    "SKIPPED: real debates (shared/data) are not here; quotes were not measured on them.",
  );

it.skipIf(!isHere)(
  "labelled quotes of real debates lead to their source, none elsewhere",
  { timeout: 120_000 },
  () => {
    const counts = { right: 0, wrong: 0, ambiguous: 0, unverified: 0 };
    const labels = labelsByThread();
    for (const thread of read<DataThread>(THREADS)) {
      const known = labels.get(thread.id);
      if (!known) continue;
      const rendered = thread.posts.map(({ body }) => renderPost(body));
      for (const label of known) counts[outcome(thread, rendered, label)] += 1;
    }
    console.log("Labelled quotes of real debates:", JSON.stringify(counts));
    const total = counts.right + counts.wrong + counts.ambiguous + counts.unverified;
    expect(counts.wrong).toBe(0);
    expect(counts.right / total).toBeGreaterThan(MIN_RIGHT);
  },
);

function outcome({ posts }: DataThread, rendered: RenderedPost[], label: Label) {
  const at = posts.findIndex(({ id }) => id === label.post);
  const quote = quotesIn(rendered[at]?.quotes ?? []).find((one) => isLabelled(one, label.quote));
  const ancestors = new Set<number>();
  for (let id = posts[at]?.parent; id; ) {
    const parent = posts.findIndex((post) => post.id === id);
    ancestors.add(parent);
    id = posts[parent]?.parent;
  }
  const source = (index: number): Source => ({
    ...{ postId: index, revisionId: index, ownText: rendered[index]?.ownText ?? "" },
  });
  const earlier = posts
    .map((_, index) => index)
    .slice(0, at)
    .reverse();
  const found = resolveQuote(
    quote?.exact ?? label.quote,
    [...ancestors].map(source),
    earlier.filter((index) => !ancestors.has(index)).map(source),
  );
  if (found.source) return posts[found.source.postId]?.id === label.source ? "right" : "wrong";
  return found.status === "ambiguous" ? "ambiguous" : "unverified";
}

function labelsByThread(): Map<string, Label[]> {
  const byThread = new Map<string, Label[]>();
  for (const label of read<Label>(LABELS)) {
    byThread.set(label.thread, [...(byThread.get(label.thread) ?? []), label]);
  }
  return byThread;
}

function quotesIn(quotes: RenderedQuote[]): RenderedQuote[] {
  return quotes.flatMap((quote) => [quote, ...quotesIn(quote.quotes)]);
}

function isLabelled(quote: RenderedQuote, words: string): boolean {
  const key = lettersOf(words);
  return lettersOf(quote.exact) === key || lettersOf(quote.markdownParts.join("")) === key;
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

function read<Line>(file: URL): Line[] {
  const lines = readFileSync(file, "utf8").trim().split("\n");
  return lines.map((line) => JSON.parse(line) as Line);
}
