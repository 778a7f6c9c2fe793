import fc from "fast-check";
import { expect, test } from "vitest";
import { MARK, markedParts } from "@/lib/search/marks";

test("marked words are parts of their own", () => {
  const text = `One ${MARK.start}two${MARK.stop} three ${MARK.start}<b>${MARK.stop}`;
  expect(markedParts(text)).toEqual([
    { text: "One ", marked: false },
    { text: "two", marked: true },
    { text: " three ", marked: false },
    { text: "<b>", marked: true },
  ]);
});

test("whatever stands in a text, its parts are the text without the marks", () => {
  const piece = fc.oneof(fc.constantFrom(MARK.start, MARK.stop), fc.string({ unit: "binary" }));
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join("");
      const joined = markedParts(text)
        .map((part) => part.text)
        .join("");
      expect(joined).toBe(text.replaceAll(MARK.start, "").replaceAll(MARK.stop, ""));
    }),
  );
});
