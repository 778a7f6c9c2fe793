import type { Source } from "@/lib/resolver/generation";
import { normalisedText } from "@/lib/resolver/normalise";
import { resolveAmong } from "@/lib/resolver/resolve";
import { renderPost } from "@/lib/text/render";
import type { IncomingThread } from "@/lib/transfer/thread";
import { demoThreads } from "@/prisma/demo";
import { chance, oneOf } from "@/scripts/evaluation/chance";

/** Changes a passage as people do when they quote; null if there is nothing to change in it. */
type Change = (passage: string, random: () => number) => string | null;

/** What is done to passages, and what the forum should call the quote that comes of it. */
const CHANGES: readonly [what: string, status: string, change: Change][] = [
  ["nothing", "verbatim", (passage) => passage],
  ["emphasis dropped", "verbatim", (passage) => changed(passage, passage.replace(/[*_`]/g, ""))],
  ["emphasis put in", "verbatim", emphasised],
  ["quotes and dashes made typographic", "verbatim", typographic],
  ["wrapped anew", "verbatim", wrapped],
  ["words replaced by […]", "elided", elided("[…]")],
  ["words replaced by ...", "elided", elided("...")],
  ["a word put in in brackets", "elided", bracketed],
  ["1 % of the characters edited", "altered", edited(0.01)],
  ["5 % of the characters edited", "altered", edited(0.05)],
  ["10 % of the characters edited", "altered", edited(0.1)],
  ["a word dropped", "altered", wordDropped],
  ["other words before or after it", "altered", continued],
  ["cut within a word at either end", "altered", cut],
];

/** Passages of two sizes: a line, and a paragraph. In characters. */
const SIZES: readonly (readonly [from: number, to: number])[] = [
  [30, 80],
  [80, 400],
];

const PASSAGES = 1_000;

interface Tally {
  tried: number;
  found: number;
  named: number;
}

/**
 * How many changed passages of the demo's threads, and of others, lead back to the post that they
 * were taken from, and how many of all have the right status. The rows of a Markdown table.
 */
export function perturbationTable(others: readonly IncomingThread[], seed: number): string[] {
  const random = chance(seed);
  const threads = [...demoThreads.map(textsOfDemo), ...others.map(textsOf)].map(sourcesOf);
  const rows = CHANGES.map(([what, status, change]) => {
    const cells = SIZES.map(([from, to]) => {
      const tally = { tried: 0, found: 0, named: 0 };
      for (let index = 0; index < PASSAGES; index += 1) {
        const sources = oneOf(threads, random);
        const source = oneOf(sources, random);
        const passage = passageOf(source.ownText, from, to, random);
        const quote = passage && change(passage, random);
        if (quote) count(tally, quote, source, sources, status);
      }
      return `${percent(tally.found, tally.tried)} | ${percent(tally.named, tally.tried)} | ${tally.tried}`;
    });
    return `| ${what} | ${status} | ${cells.join(" | ")} |`;
  });
  const sizes = SIZES.map(([from, to]) => `${from}–${to}: found | named so | of`);
  return [`| change | is | ${sizes.join(" | ")} |`, `|---|---|${"---|".repeat(6)}`, ...rows];
}

function count(
  tally: Tally,
  quote: string,
  source: Source,
  sources: readonly Source[],
  status: string,
): void {
  const exact = renderPost(`> ${quote.replaceAll("\n", "\n> ")}`).quotes[0]?.exact ?? quote;
  const earlier = sources.filter((other) => other !== source);
  const found = resolveAmong(exact, [{ ancestors: [source], earlier }]);
  tally.tried += 1;
  if (found.source?.postId === source.postId) tally.found += 1;
  // Words that stand there twice are ambiguous, and by themselves what they should be.
  if ((found.source?.status ?? found.status) === status) tally.named += 1;
}

function textsOfDemo(thread: (typeof demoThreads)[number]): string[] {
  return thread.posts.map((post) => post.body);
}

function textsOf({ posts }: IncomingThread): string[] {
  return posts.map(({ revisions }) => revisions.at(-1)?.body ?? "");
}

function sourcesOf(bodies: readonly string[]): Source[] {
  return bodies.map((body, postId) => {
    return { postId, revisionId: postId, ownText: renderPost(body).ownText };
  });
}

/** Some whole words of one paragraph; null if there are not enough. */
function passageOf(text: string, from: number, to: number, random: () => number): string | null {
  const lines = text.split("\n").filter((line) => line.length >= from);
  if (lines.length === 0) return null;
  const line = oneOf(lines, random);
  const length = from + Math.floor(random() * (Math.min(to, line.length) - from));
  const start = Math.floor(random() * (line.length - length));
  const words = line.slice(start, start + length);
  const begin = start === 0 ? 0 : words.search(/(?<=\s)\S/);
  const end = start + length >= line.length ? words.length : words.search(/\s\S*$/);
  const passage = begin === -1 || end === -1 ? "" : words.slice(begin, end).trim();
  return normalisedText(passage).length < from / 2 ? null : passage;
}

function changed(before: string, after: string): string | null {
  return after === before ? null : after;
}

function emphasised(passage: string, random: () => number): string | null {
  return withWord(passage, random, (word) => `**${word}**`);
}

function typographic(passage: string): string | null {
  const smart = passage
    .replace(/(^|[\s(])"/g, "$1“")
    .replace(/"/g, "”")
    .replace(/'/g, "’")
    .replace(/ - /g, " — ")
    .replace(/\.\.\./g, "…");
  return changed(passage, smart);
}

function wrapped(passage: string, random: () => number): string | null {
  const words = passage.split(" ");
  // A line that begins with such a sign would be a list, a heading or a quote.
  return changed(
    passage,
    words.reduce((lines, word) =>
      random() < 0.2 && /^\p{L}{2}/u.test(word) ? `${lines}\n${word}` : `${lines} ${word}`,
    ),
  );
}

function elided(mark: string): Change {
  return (passage, random) => {
    const words = passage.split(" ");
    if (words.length < 6) return null;
    const at = 2 + Math.floor(random() * (words.length - 4));
    const count = 1 + Math.floor(random() * Math.min(3, words.length - at - 2));
    return [...words.slice(0, at), mark, ...words.slice(at + count)].join(" ");
  };
}

function bracketed(passage: string, random: () => number): string | null {
  const words = passage.split(" ");
  if (words.length < 6) return null;
  const at = 2 + Math.floor(random() * (words.length - 4));
  return [...words.slice(0, at), "[sic]", ...words.slice(at)].join(" ");
}

function edited(share: number): Change {
  return (passage, random) => {
    const characters = Array.from(passage);
    const edits = Math.max(1, Math.round(characters.length * share));
    for (let edit = 0; edit < edits; edit += 1) {
      const at = Math.floor(random() * characters.length);
      const letter = oneOf([..."etaoinshr"], random);
      const kind = random();
      if (kind < 0.33) characters.splice(at, 1);
      else characters.splice(at, kind < 0.66 ? 1 : 0, letter);
    }
    const result = characters.join("");
    return normalisedText(result) === normalisedText(passage) ? null : result;
  };
}

function wordDropped(passage: string, random: () => number): string | null {
  const words = passage.split(" ");
  if (words.length < 6) return null;
  const at = 1 + Math.floor(random() * (words.length - 2));
  return [...words.slice(0, at), ...words.slice(at + 1)].join(" ");
}

function continued(passage: string, random: () => number): string | null {
  const more = oneOf(["(my emphasis)", "and so on and so forth", "as they say"], random);
  return random() < 0.5 ? `${passage} ${more}` : `${more} ${passage}`;
}

function cut(passage: string, random: () => number): string | null {
  const isInside = (at: number) => /^\p{L}{3}/u.test(passage.slice(at - 1, at + 2));
  if (random() < 0.5) return isInside(1) ? passage.slice(1) : null;
  return isInside(passage.length - 2) ? passage.slice(0, -1) : null;
}

function withWord(
  passage: string,
  random: () => number,
  change: (word: string) => string,
): string | null {
  const words = passage.split(" ");
  const at = Math.floor(random() * words.length);
  if (!/^\p{L}+$/u.test(words[at] ?? "")) return null;
  return words.map((word, index) => (index === at ? change(word) : word)).join(" ");
}

function percent(count: number, total: number): string {
  return total === 0 ? "–" : `${((count / total) * 100).toFixed(1)} %`;
}
