import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { plainText } from "./plain";
import { outlineOf, type RenderedQuote, renderPost } from "./render";
import { joinSegments, splitQuotes } from "./segments";

// Many random texts take their time where several things run at once.
vi.setConfig({ testTimeout: 30_000 });

const html = (markdown: string) => renderPost(markdown).htmlParts.join("");

function allHtml(quotes: RenderedQuote[]): string {
  return quotes.map((quote) => quote.htmlParts.join("") + allHtml(quote.quotes)).join("");
}

const quotingTexts = fc
  .array(
    fc.constantFrom(
      ...["> a", ">", "> > b", ">>c", "    > e", "```", "> ```", "- item", "- > x", "  > y", ""],
      ...["[r]: /x", "[r]", "> [r]: /y", "> - z", "a *b*", "1. ```", "   > d", "\t> f"],
    ),
    { maxLength: 20 },
  )
  .map((lines) => lines.join("\n"));

const FORMATTED = fc
  .array(
    fc.constantFrom(
      ...["*", "**", "_", "`", "```js\n", "~~", "[", "](", ")", "![", "<", ">", "&", "\n", "\n\n"],
      ...["# ", "- ", "1. ", "|", "a|b\n-|-\n", "x", "word ", "javascript:", "https://a.b/", "<b>"],
      ...[
        "[r]: /u 't'\n",
        "[r]",
        "\\",
        "😀",
        "漢",
        "שלום",
        "&#0;",
        "  \n",
        "\t",
        "<script>",
        "\u0000",
      ],
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(""));

describe("nothing a person types makes rendering fail", () => {
  it("nor makes anything but the allowed elements and attributes", () => {
    fc.assert(
      fc.property(fc.oneof(FORMATTED, quotingTexts, fc.string({ unit: "binary" })), (text) => {
        const post = renderPost(text, { headings: true });
        expect(post.htmlParts).toHaveLength(post.quotes.length + 1);
        const everything = post.htmlParts.join("") + allHtml(post.quotes);
        expect(everything).not.toMatch(
          /<(?!\/?(p|br|hr|h[2-6]|ul|ol|li|pre|code|span|strong|em|del|a|div|table|thead|tbody|tr|t[hd])[ >])/,
        );
        for (const [, href] of everything.matchAll(/<a href="([^"]*)"/g)) {
          expect(href).toMatch(/^(https?:\/\/|mailto:|#|\/)/i);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("nor takes long for what parsers are slow at", () => {
    const traps = [
      "[".repeat(50_000),
      "*".repeat(50_000),
      "*a ".repeat(20_000),
      "- ".repeat(5_000),
    ];
    traps.push(
      "a".repeat(100_000),
      "_a*".repeat(20_000),
      "- a\n".repeat(20_000),
      "a\n=\n".repeat(9_000),
    );
    traps.push(`${"**a ".repeat(500)}${"b** ".repeat(500)}`, "> ".repeat(1_000).concat("a"));
    traps.push(`${"|a".repeat(250)}\n${"|-".repeat(250)}\n${"|b\n".repeat(5_000)}`);
    const start = performance.now();
    for (const trap of traps)
      expect(renderPost(trap).htmlParts.join("").length).toBeGreaterThan(-1);
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it("and too intricate a run still shows its words", () => {
    expect(html(`${"- ".repeat(50)}words & more`)).toContain("- - words &amp; more");
  });

  it.each(
    ["http://x.test/", "<http://x.test/", "/u 'title\n[b]: /v ", '/u\n"a\\"'].flatMap((opening) => {
      const close = opening.startsWith("<") ? ">" : (/(?<!\\)['"]/.exec(opening)?.[0] ?? "");
      const definition = `[a]: ${opening}${"y".repeat(19_000)}${close}`;
      return [
        `${definition}\n\n${"[a] ".repeat(400)}`,
        `${definition}\n\n${"[a]\n\n> [a]\n\n".repeat(200)}`,
        `- ${definition}\n\n${"[a] ".repeat(400)}`,
      ];
    }),
  )("nor makes a short text a page of megabytes, by a long definition: %.20j", (text) => {
    const post = renderPost(text);
    const length = post.htmlParts.join("").length + allHtml(post.quotes).length;
    expect(length).toBeLessThan(2 * text.length);
    expect(post.ownText).toContain("[a]");
  });
});

describe("what a reader's browser must not run or fetch", () => {
  it.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<style>p{}</style>",
    '<p style="color:red" onclick="x()">hi</p>',
    "<iframe src=//evil></iframe>",
    "a <b onmouseover=x>c</b>",
    "<!-- secret -->",
    "<svg/onload=alert(1)>",
  ])("raw HTML is shown as the words that were typed: %s", (typed) => {
    const shown = html(typed);
    expect(shown).not.toMatch(/<(?!\/?p>)/);
    expect(plainText([shown])).toBe(typed);
  });

  it.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "//evil.test",
    "relative",
    "&#106;avascript:x",
    "java&#10;script:x",
  ])("a link to %s leaves only its words", (address) => {
    expect(html(`[words](<${address}>)`)).toBe("<p>words</p>");
  });

  it("links outwards tell search engines and give nothing away", () => {
    expect(html("https://a.test/x?y")).toBe(
      '<p><a href="https://a.test/x?y" rel="nofollow ugc noopener">https://a.test/x?y</a></p>',
    );
  });

  it("links within the forum are plain", () => {
    expect(html("[it](/t/1#p2) [top](#s-a)")).toBe(
      '<p><a href="/t/1#p2">it</a> <a href="#s-a">top</a></p>',
    );
  });

  it("images are links with their words, so that reading fetches nothing", () => {
    const rel = 'rel="nofollow ugc noopener"';
    expect(html("![a cat](https://x.test/c.png)")).toBe(
      `<p><a href="https://x.test/c.png" ${rel}>a cat</a></p>`,
    );
    expect(html("![](https://x.test/c.png)")).toContain(">image</a>");
    expect(html("![a](data:image/png;base64,x)")).toBe("<p>a</p>");
    expect(html("[![a](/i.png)](/page)")).toBe('<p><a href="/page">a</a></p>');
    expect(html("![a][r]\n\n[r]: /i.png")).toBe('<p><a href="/i.png">a</a></p>');
  });
});

describe("a post's words and its quotes are kept apart", () => {
  it("own runs hold no quoted word, at any depth", () => {
    const post = renderPost("one\n> SECRET\n> > DEEPER\ntwo\n\n> SECRET\nthree");
    expect(post.ownText).toBe("one\ntwo\nthree");
    expect(post.htmlParts.join("")).not.toMatch(/SECRET|DEEPER/);
    expect(post.quotes[0]?.exact).toBe("SECRET");
    expect(post.quotes[0]?.htmlParts.join("")).not.toContain("DEEPER");
    expect(post.quotes[0]?.quotes[0]?.exact).toBe("DEEPER");
  });

  it("whatever is typed, no block quote is left that has no status", () => {
    fc.assert(fc.property(quotingTexts, (text) => !html(text).includes("<blockquote")));
    expect(html("- > in a list")).toBe("<ul>\n<li>&gt; in a list</li>\n</ul>".replace("&gt;", ">"));
  });

  it("the Markdown parts are those of the split", () => {
    fc.assert(
      fc.property(quotingTexts, (text) => {
        expect(renderPost(text).markdownParts).toEqual(splitQuotes(text).parts);
        expect(joinSegments(splitQuotes(text))).toBe(text);
      }),
    );
  });

  it("a definition inside a quote stays inside it: it is hidden with the quote", () => {
    const post = renderPost("[a][x]\n\n> b\n>\n> [x]: https://x.test\n\n[c][x]");
    expect(post.htmlParts.join("")).not.toContain("x.test");
  });

  it("a definition works in every run of its post, and in its quotes", () => {
    const post = renderPost("[a][x]\n> [b][X]\n\n[c][x]\n\n[x]: https://x.test\n  'title'\n");
    for (const part of [...post.htmlParts, ...(post.quotes[0]?.htmlParts ?? [])]) {
      expect(part).toContain('href="https://x.test"');
    }
    expect(post.ownText).toBe("a\nc");
  });

  it("formatting does not leak from one run into the next", () => {
    expect(renderPost("**open\n> q\nclosed**").htmlParts).toEqual([
      "<p>**open</p>",
      "<p>closed**</p>",
    ]);
  });

  it("bare quote marks show nothing", () => {
    expect(renderPost("a\n>\nb").ownText).toBe("a\nb");
  });
});

describe("formatting", () => {
  it("ordered lists go on counting after a quote", () => {
    expect(renderPost("1. a\n\n> q\n\n2. b").htmlParts[1]).toContain('<ol start="2">');
  });

  it("tables and code can be scrolled with the keyboard", () => {
    expect(html("a|b\n-|-:\n1|2")).toMatch(
      /^<div class="table-scroll" tabindex="0" role="group" aria-label="Table"><table>/,
    );
    expect(html("a|b\n-|-:\n1|2")).toContain('<td align="right">2</td>');
    expect(html("```\nx < y\n```")).toBe('<pre tabindex="0"><code>x &lt; y\n</code></pre>');
  });

  it("code of a known language is coloured by classes, of an unknown one not", () => {
    expect(html("```ts\nconst a = 1\n```")).toContain('<span class="hljs-keyword">const</span>');
    expect(html("```nosuch\na\n```")).toBe(
      '<pre tabindex="0"><code class="language-nosuch">a\n</code></pre>',
    );
    expect(html('```"><script>\na\n```')).not.toContain("<script");
  });

  it("strikes out what is between two tildes", () => {
    expect(html("~~a~~ ~b~")).toBe("<p><del>a</del> ~b~</p>");
  });
});

describe("headings", () => {
  it("stand below the page's own", () => {
    expect(html("# a\n\n###### b")).toBe("<h2>a</h2>\n<h6>b</h6>");
  });

  it("of an article have ids unique in the post, its quotes have none", () => {
    const post = renderPost("# Über *uns*\n\n> # Quoted\n\n# Über uns\n\n##### Small", {
      headings: true,
    });
    expect(post.outline).toEqual([
      { id: "s-über-uns", depth: 1, text: "Über uns" },
      { id: "s-über-uns-1", depth: 1, text: "Über uns" },
    ]);
    expect(post.quotes[0]?.htmlParts).toEqual(["<h2>Quoted</h2>"]);
  });

  it("are found again in stored HTML", () => {
    const post = renderPost("# a < b\n\n## `c`\n\n> q\n\n#### d\n\n# !!!", { headings: true });
    expect(outlineOf(post.htmlParts)).toEqual(post.outline);
    expect(post.outline.map(({ depth }) => depth)).toEqual([1, 2, 4, 1]);
    expect(outlineOf(renderPost("# a").htmlParts)).toEqual([]);
  });
});
