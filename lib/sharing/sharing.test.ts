import { describe, expect, test } from "vitest";
import { fromXml } from "xast-util-from-xml";
import { oembedOf, oembedXml } from "@/lib/sharing/oembed";
import { drawable } from "@/lib/sharing/picture";
import { parseEmbeddable } from "@/lib/sharing/schema";
import { sitemapIndex, sitemapPart } from "@/lib/sharing/sitemap";

const ORIGIN = "https://forum.example.org";

describe("an address to be shown elsewhere", () => {
  test("is that of a thread or a post of this forum", () => {
    expect(parseEmbeddable(`${ORIGIN}/t/12`, ORIGIN)).toEqual({ thread: 12 });
    expect(parseEmbeddable(`${ORIGIN}/t/12?sort=new`, ORIGIN)).toEqual({ thread: 12 });
    expect(parseEmbeddable(`${ORIGIN}/p/7`, ORIGIN)).toEqual({ post: 7 });
    expect(parseEmbeddable(`${ORIGIN}/t/12#post-7`, ORIGIN)).toEqual({ post: 7 });
    expect(parseEmbeddable("http://forum.example.org/t/12", ORIGIN)).toEqual({ thread: 12 });
  });

  test("is nothing else", () => {
    const odd = ["/", "/t/0", "/t/x", "/t/12/points", "/u/ada", "/t/99999999999", "/p/7/edit"];
    for (const path of odd) expect(parseEmbeddable(`${ORIGIN}${path}`, ORIGIN)).toBeNull();
    expect(parseEmbeddable("https://example.org/t/12", ORIGIN)).toBeNull();
    expect(parseEmbeddable("javascript:alert(1)", ORIGIN)).toBeNull();
  });
});

test("what is shown elsewhere is text, whatever was typed, and no larger than asked for", () => {
  const embedded = {
    ...{ url: `${ORIGIN}/p/7`, title: "<script>x</script> ]]>", author: "<b>", words: "a < b & c" },
    authorUrl: `${ORIGIN}/u/ada`,
  };
  const response = oembedOf(embedded, { name: "F", origin: ORIGIN }, { maxwidth: 320 });
  expect(response).toMatchObject({ width: 320, height: 200 });
  expect(response.html).toContain("a &#x3C; b &#x26; c");
  expect(response.html).not.toMatch(/<script|<b>/);
  expect(() => fromXml(oembedXml(response))).not.toThrow();
});

test("a sitemap is XML", () => {
  const lines = [{ url: `${ORIGIN}/t/1`, changedAt: new Date(0) }];
  const part = sitemapPart(lines);
  expect(part).toContain(`<loc>${ORIGIN}/t/1</loc><lastmod>1970-01-01T00:00:00.000Z</lastmod>`);
  for (const xml of [part, sitemapPart([]), sitemapIndex([`${ORIGIN}/sitemap/1.xml`])]) {
    expect(() => fromXml(xml)).not.toThrow();
  }
});

test("a picture has the letters that its font has, or no title", () => {
  expect(drawable("Żółć, Ж and Ω: 1 + 1 = 2?", 40)).toBe("Żółć, Ж and Ω: 1 + 1 = 2?");
  expect(drawable("Bees 🐝 are\n good", 40)).toBe("Bees are good");
  expect(drawable("a word of 漢字 among Latin ones", 40)).toBe("a word of among Latin ones");
  expect(drawable("漢字だけ", 40)).toBeNull();
  expect(drawable("🐝", 40)).toBeNull();
});
