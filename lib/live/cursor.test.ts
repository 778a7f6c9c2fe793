import fc from "fast-check";
import { expect, test } from "vitest";
import { hasSeen, parseCursor } from "@/lib/live/cursor";

test("what began early and ended late was not seen, though later ones were", () => {
  const cursor = parseCursor("10:15:11,13");
  expect(cursor).not.toBeNull();
  const seen = [9, 10, 11, 12, 13, 14, 15, 16].filter(
    (version) => cursor !== null && hasSeen(cursor, BigInt(version)),
  );
  expect(seen).toEqual([9, 10, 12, 14]);
});

test("only a snapshot is read as one", () => {
  expect(parseCursor("7:7:")).toEqual({ seenBefore: 7n, unseenFrom: 7n, running: new Set() });
  for (const text of [
    "",
    "7",
    "7:7",
    "9:7:",
    "7:9:a",
    "7:9:8,",
    "-1:2:",
    `7:9:${"8,".repeat(3_000)}8`,
  ])
    expect(parseCursor(text)).toBeNull();
  fc.assert(
    fc.property(fc.string(), (text) => {
      parseCursor(text);
    }),
  );
});
