import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressKey, siteOf } from "@/lib/threads/address";

describe("one page linked in several ways has one key", () => {
  test.each([
    "https://example.org/a/b?x=1&y=2",
    "http://example.org/a/b?x=1&y=2",
    "https://www.example.org/a/b?x=1&y=2",
    "https://EXAMPLE.org/a/b/?x=1&y=2",
    "https://example.org:443/a/b?y=2&x=1",
    "https://example.org/a/b?x=1&y=2#part",
    "https://example.org/a/b?utm_source=mail&x=1&utm_campaign=z&y=2&fbclid=q&ref=hn",
  ])("%s", (url) => {
    expect(addressKey(url)).toBe("example.org/a/b?x=1&y=2");
  });
});

describe("different pages have different keys", () => {
  test.each([
    ["https://example.org/a", "https://example.org/A"],
    ["https://example.org/a", "https://example.com/a"],
    ["https://example.org/a", "https://blog.example.org/a"],
    ["https://example.org/a", "https://example.org:8443/a"],
    ["https://example.org/watch?v=1", "https://example.org/watch?v=2"],
    ["https://example.org/?a=b&c=d", "https://example.org/?a=b%26c%3Dd"],
    ["https://example.org/a?x", "https://example.org/a?x=1"],
    ["https://example.org/?reference=1", "https://example.org/?reference=2"],
  ])("%s and %s", (one, other) => {
    expect(addressKey(one)).not.toBe(addressKey(other));
  });
});

test("always: scheme, fragment, tracking and the order of parameters do not count", () => {
  const parameters = fc.uniqueArray(fc.tuple(fc.string(), fc.string()), {
    maxLength: 5,
    selector: ([name]) => name,
  });
  fc.assert(
    fc.property(fc.webUrl(), parameters, fc.string(), (base, pairs, fragment) => {
      const address = (scheme: string, query: [string, string][], hash: string) => {
        const url = new URL(base);
        url.protocol = scheme;
        url.search = new URLSearchParams(query).toString();
        url.hash = hash;
        return url.href;
      };
      const key = addressKey(address("https:", pairs, ""));
      const reversed: [string, string][] = [...pairs].reverse();
      expect(addressKey(address("https:", reversed, fragment))).toBe(key);
      expect(addressKey(address("http:", [...pairs, ["utm_medium", "x"]], ""))).toBe(key);
    }),
  );
});

describe("a key always fits into PostgreSQL's index, however long the address", () => {
  const long = (end: string, start = "https://") =>
    `${start}example.org/${"日".repeat(1_920)}${end}`;

  test("a long one is a hash, which still tells pages apart and their links together", () => {
    expect(addressKey(long(""))).toMatch(/^[0-9a-f]{64}$/);
    expect(addressKey(long("", "http://www."))).toBe(addressKey(long("/?utm_source=x#part")));
    expect(addressKey(long("a"))).not.toBe(addressKey(long("b")));
  });

  test("one of 500 characters is still readable", () => {
    const key = `example.org/${"a".repeat(488)}`;
    expect(addressKey(`https://${key}`)).toBe(key);
    expect(addressKey(`https://${key}a`)).toMatch(/^[0-9a-f]{64}$/);
  });

  test("always: at most 500 ASCII characters", () => {
    const text = fc.string({ unit: "binary", maxLength: 300 });
    fc.assert(
      fc.property(text, text, (path, value) => {
        const url = new URL("https://example.org");
        url.pathname = path;
        url.searchParams.set("q", value);
        expect(addressKey(url.href)).toMatch(/^[\x20-\x7e]{1,500}$/);
      }),
    );
  });
});

test("the site beside a title is the host without www, and empty for what is no address", () => {
  expect(siteOf("https://www.example.org/a")).toBe("example.org");
  expect(siteOf("https://blog.example.org:8443/")).toBe("blog.example.org:8443");
  expect(siteOf("not an address")).toBe("");
});
