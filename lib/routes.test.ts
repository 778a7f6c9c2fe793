import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { localPath } from "@/lib/routes";

describe("where to go after signing in is a path of this forum", () => {
  test.each(["/", "/t/1?sort=new#post-2", "/new-thread?board=a%20b", "/t/1?next=//elsewhere.org"])(
    "%s is one",
    (path) => {
      expect(localPath(path)).toBe(path);
    },
  );

  test.each([
    ...[undefined, "", "t/1", "https://elsewhere.org", "javascript:alert(1)", " /t/1"],
    ...["//elsewhere.org", "/\\elsewhere.org", "/t\\1", "/\t/elsewhere.org", "/t/1\r\nx: y"],
    ...["/.//elsewhere.org", "/..//elsewhere.org", "/t/..//elsewhere.org", "/%2e//elsewhere.org"],
  ])("%j leads to the front page", (next) => {
    expect(localPath(next)).toBe("/");
  });
});

test("a path in any script can be sent as a Location header", () => {
  expect(localPath("/日本?q=é#ж")).toBe("/%E6%97%A5%E6%9C%AC?q=%C3%A9#%D0%B6");
  const text = fc.string({ unit: "binary" });
  const slashes = fc.array(fc.constantFrom("/", ".", "\\", "%2e", "?", "#", "a", "日", "\ud800"));
  const paths = fc.oneof(
    text,
    slashes.map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(paths, (path) => {
      const location = localPath(`/${path}`);
      expect(location).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/);
      expect(new URL(location, "https://forum.example").origin).toBe("https://forum.example");
      expect(new Headers({ location }).get("location")).toBe(location);
      expect(localPath(location)).toBe(location);
    }),
  );
});
