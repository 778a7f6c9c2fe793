import { expect, test } from "vitest";
import { plainBody } from "@/lib/feeds/content";
import { redactedQuote } from "@/lib/quotes/redacted";
import type { QuoteView } from "@/lib/quotes/view";

const ORIGIN = "https://forum.example.org";

const quote = (more: Partial<QuoteView> = {}): QuoteView => ({
  ...{ id: 1, identity: 1, status: "verbatim", sight: "words", sourceEdited: false },
  ...{ difference: null, alteration: null, toSettle: false, exact: "Their words", quotes: [] },
  source: { postId: 7, threadId: 3, author: "ada", authorId: 2, href: "/t/3?quote=1#passage" },
  htmlParts: ["<p>Their words</p>"],
  markdownParts: ["> Their words"],
  ...more,
});

const bodyWith = (one: QuoteView) =>
  plainBody(
    [
      { kind: "quote", quote: one },
      { kind: "own", html: "<p>Mine.</p>" },
    ],
    ORIGIN,
  );

test("a quote is a block that names its source, by an address that works elsewhere", () => {
  const href = `${ORIGIN}/t/3?quote=1#passage`;
  expect(bodyWith(quote())).toBe(
    `<blockquote cite="${href}"><p><a href="${href}">quoting ada</a></p><p>Their words</p></blockquote><p>Mine.</p>`,
  );
});

test("what a reader must know of a quote is said in words", () => {
  expect(bodyWith(quote({ status: "altered" }))).toContain("(altered: not in these words)");
  expect(bodyWith(quote({ status: "unverified", source: null }))).toContain(
    "<p>(unverified: not found in this thread)</p>",
  );
});

test("of a redacted quote there is neither a word nor a name", () => {
  const html = bodyWith(
    redactedQuote({ id: 1, identity: 1, markdownParts: ["> [hidden quote 1]"] }),
  );
  expect(html).toContain("The quoted post was hidden, and its words with it.");
  expect(html).not.toMatch(/Their|ada|cite/);
});

test("a name is text, whatever it is", () => {
  const source = { postId: 7, threadId: 3, author: "<b>x</b>", authorId: 2, href: "/p/7" };
  expect(bodyWith(quote({ source }))).toContain("quoting &#x3C;b>x&#x3C;/b>");
});

test("quotes are shown two deep", () => {
  const deepest = quote({ htmlParts: ["<p>Deepest</p>"] });
  const middle = quote({ htmlParts: ["", "<p>Middle</p>"], quotes: [deepest] });
  const html = bodyWith(quote({ htmlParts: ["", "<p>Top</p>"], quotes: [middle] }));
  expect(html).toContain("Middle");
  expect(html).not.toContain("Deepest");
  expect(html).toContain("[earlier quotes left out]");
});
