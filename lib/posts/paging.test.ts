import fc from "fast-check";
import { expect, test } from "vitest";
import { pagesOf, pageWith } from "./paging";

const depths = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 80 });
const most = fc.integer({ min: 2, max: 20 });

test("every reply is on exactly one page, in reading order, and no page is too long", () => {
  fc.assert(
    fc.property(depths, most, (replies, limit) => {
      const pages = pagesOf(replies, limit);
      expect(pages[0]?.start).toBe(0);
      expect(pages.at(-1)?.end).toBe(replies.length);
      for (const [index, { start, end }] of pages.entries()) {
        expect(end - start).toBeLessThanOrEqual(limit);
        if (index > 0) expect(start).toBe(pages[index - 1]?.end);
        if (index < pages.length - 1) expect(end - start).toBeGreaterThanOrEqual(limit / 2);
      }
      for (const place of replies.keys()) {
        const page = pages[pageWith(pages, place) - 1];
        expect(page && page.start <= place && place < page.end).toBe(true);
      }
    }),
  );
});

test("a page ends between branches rather than within one", () => {
  expect(pagesOf([1, 2, 2, 1, 2, 1, 2], 4)).toEqual([
    { start: 0, end: 3 },
    { start: 3, end: 7 },
  ]);
});

test("a thread that fits is one page, and so is one without replies", () => {
  expect(pagesOf([1, 2, 3], 3)).toEqual([{ start: 0, end: 3 }]);
  expect(pagesOf([], 3)).toEqual([{ start: 0, end: 0 }]);
});
