import fc from "fast-check";
import { expect, test } from "vitest";
import { Post } from "@/components/post/Post";
import { postHtml } from "@/components/post/post-html";
import { markup } from "@/components/ui/markup";
import type { PostView } from "@/lib/posts/view";
import type { QuoteView } from "@/lib/quotes/view";

const NOW = Date.UTC(2026, 0, 2);

function quoteOf(authorId: number, quotes: QuoteView[]): QuoteView {
  return {
    ...{
      id: authorId,
      identity: authorId,
      status: "verbatim",
      sight: "words",
      sourceEdited: false,
    },
    ...{ difference: null, alteration: null, toSettle: false, htmlParts: ["<p>words</p>"] },
    ...{ markdownParts: ["> words"], exact: "words", quotes },
    source: { postId: 1, threadId: 1, author: `person${authorId}`, authorId, href: "/q" },
  };
}

function postOf(id: number, author: number, quoted: number[]): PostView {
  const quote = quoted.reduceRight<QuoteView[]>((inside, each) => [quoteOf(each, inside)], []);
  return {
    ...{
      id,
      threadId: 1,
      parentId: 1,
      sight: "open",
      deletedAt: null,
      hidden: null,
      offTopic: null,
      revision: 1,
    },
    ...{
      editedAt: null,
      score: 3,
      bestRank: 0,
      ownVote: 0,
      answeredPassages: 0,
      empty: false,
      blocked: false,
    },
    author: { id: author, username: `person${author}` },
    createdAt: new Date(NOW),
    quotes: quote,
    body: [
      ...quote.map((each) => ({ kind: "quote" as const, quote: each })),
      { kind: "own", html: "<p>x</p>" },
    ],
    rights: { reply: true, vote: true, edit: false, delete: false, moderate: false, report: false },
  };
}

const person = fc.integer({ min: 1, max: 4 });
const way = fc.option(fc.constantFrom("#post-2", "#post-3", "/p/3"));
const place = fc.record({
  ways: fc.record({ parent: way, root: fc.constantFrom("#post-1", "/p/1"), next: way }),
  folds: fc.constantFrom("branch" as const, "post" as const),
  context: fc.record({
    hues: fc.dictionary(fc.constantFrom("1", "2", "3", "4"), fc.nat(3)),
    now: fc.nat(3 * 86_400_000).map((later) => new Date(NOW + later)),
    signedIn: fc.boolean(),
  }),
});

test("what is remembered of a post is what would be drawn anew, wherever it stands", () => {
  fc.assert(
    fc.property(
      person,
      fc.array(person, { maxLength: 3 }),
      fc.array(place),
      (author, quoted, places) => {
        const post = postOf(7, author, quoted);
        for (const each of places) {
          const anew = markup(<Post post={post} {...each} />);
          expect(postHtml(post, each).toString()).toBe(anew);
        }
      },
    ),
    { numRuns: 40 },
  );
});

test("a post that nothing changed about is drawn once", () => {
  const post = postOf(8, 1, [2]);
  const where = {
    ...{ ways: { parent: null, root: "#post-1", next: null }, folds: "branch" as const },
    context: { hues: { 1: 0, 2: 1 }, now: new Date(NOW), signedIn: false },
  };
  expect(postHtml(post, where)).toBe(postHtml(post, { ...where }));
});
