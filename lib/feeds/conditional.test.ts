import { describe, expect, test } from "vitest";
import { isKnown, validatorsOf } from "@/lib/feeds/conditional";

const NEWEST = new Date("2026-11-24T10:00:00.700Z");
const LATER = new Date("2026-11-24T11:00:00Z");
const known = validatorsOf("a body", NEWEST, LATER);

const asks = (headers: Record<string, string>) => isKnown(new Headers(headers), known);

describe("who has a version already", () => {
  test("says so by its tag, among others too, however strongly it compares", () => {
    expect(asks({ "if-none-match": known.etag })).toBe(true);
    expect(asks({ "if-none-match": known.etag.slice(2) })).toBe(true);
    expect(asks({ "if-none-match": `"other", ${known.etag}` })).toBe(true);
    expect(asks({ "if-none-match": "*" })).toBe(true);
  });

  test("or by its time, which counts only where there is no tag", () => {
    const time = "Tue, 24 Nov 2026 10:00:00 GMT";
    expect(known.lastModified).toBe(time);
    expect(asks({ "if-modified-since": time })).toBe(true);
    expect(asks({ "if-modified-since": "Tue, 24 Nov 2026 09:59:59 GMT" })).toBe(false);
    expect(asks({ "if-modified-since": time, "if-none-match": '"other"' })).toBe(false);
  });

  test("is not taken at a word that says nothing", () => {
    expect(asks({})).toBe(false);
    expect(asks({ "if-none-match": "" })).toBe(false);
    expect(asks({ "if-modified-since": "yesterday" })).toBe(false);
  });
});

test("another body has another tag", () => {
  expect(validatorsOf("another body", NEWEST, LATER).etag).not.toBe(known.etag);
});

test("a second in which more may happen is not named as the time of the last change", () => {
  const soon = validatorsOf("a body", NEWEST, new Date(NEWEST.getTime() + 900));
  expect(soon.lastModified).toBeNull();
  const headers = new Headers({ "if-modified-since": LATER.toUTCString() });
  expect(isKnown(headers, soon)).toBe(false);
  expect(validatorsOf("a body", null, LATER).lastModified).toBeNull();
});
