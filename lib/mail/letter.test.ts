import fc from "fast-check";
import { expect, test } from "vitest";
import { html } from "@/lib/mail/html";
import type { Letter } from "@/lib/mail/letter";
import { LINE_LENGTH, plainText, wrap } from "@/lib/mail/plain";

const letter = (markdown: string): Letter => ({
  subject: "A subject",
  blocks: [
    { is: "words", text: "Hello ada," },
    {
      is: "post",
      post: {
        author: "bob",
        at: new Date("2026-01-31T09:00:00Z"),
        did: "replied to you",
        url: "https://forum.example.org/p/7",
        markdown,
      },
    },
  ],
  footer: [{ is: "words", text: "The forum" }],
});

test("plain text has short lines, quotes behind `>`, and addresses alone on theirs", () => {
  const long = "These are the words of somebody who had much to say, and said it all in one line.";
  expect(plainText(letter(`> ${long}\n\nIndeed: ${long}`))).toBe(
    `Hello ada,

bob replied to you, 2026-01-31 09:00 UTC:

> These are the words of somebody who had much to say, and said it all
> in one line.

Indeed: These are the words of somebody who had much to say, and said it
all in one line.

https://forum.example.org/p/7

-- 
The forum
`,
  );
});

test("breaking lines loses no word, adds none, and makes nothing a quote that was none", () => {
  const word = fc.oneof(
    fc.constantFrom(">", ">>", "a", "word", "https://example.org/a/very/long/address", "ü"),
    fc.stringMatching(/^[a-z>]{1,30}$/),
  );
  const line = fc.array(word, { maxLength: 30 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
      const text = lines.join("\n");
      const broken = wrap(text).split("\n");
      const unquoted = (each: string) => each.replace(/^(?:> ?)+/, "");
      const words = (all: string[]) => all.map(unquoted).join(" ").split(/\s+/).join(" ").trim();
      expect(words(broken)).toBe(words(lines));
      const quotes = (all: string[]) => all.some((each) => each.startsWith(">"));
      expect(quotes(broken)).toBe(quotes(lines));
      for (const each of broken) {
        const breakable = /^(?:> ?)*\S+ +[^\s>]/.test(each);
        if ([...each].length > LINE_LENGTH && breakable) expect(each).toMatch(/\S{20}| >/);
      }
    }),
  );
});

test("lines of code stay as they are", () => {
  const code = `\`\`\`\n${"const answer = 42; ".repeat(9)}\n\`\`\``;
  expect(wrap(code)).toBe(code);
});

test("nothing in a letter's HTML is fetched from anywhere, or can run", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.constantFrom(
          '<img src="https://example.org/seen.png">',
          "<script>alert(1)</script>",
          "![seen](https://example.org/seen.png)",
          '"><style>@import "https://example.org/"</style>',
          "> <iframe src=x>",
        ),
      ),
      (markdown) => {
        const made = html(letter(markdown));
        const tags = [...made.matchAll(/<\/?([a-z\d]+)/g)].map(([, name]) => name);
        const plain = ["html", "head", "meta", "title", "body", "p", "b", "br", "a", "hr"];
        expect([...plain, "blockquote"]).toEqual(expect.arrayContaining(tags));
        const fetched = /\s(?:src|style|on\w+|background)\s*=/;
        expect(made.replace(/>[^<]*</g, "><")).not.toMatch(fetched);
      },
    ),
  );
});

test("quotes in a post are quotes in its HTML, one inside the other", () => {
  expect(html(letter("> > One\n>\n> Two\n\nThree"))).toContain(
    "<blockquote><blockquote><p>One</p></blockquote><p>Two</p></blockquote><p>Three</p>",
  );
});
