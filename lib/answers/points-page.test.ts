import { describe, expect, it } from "vitest";
import { groupAnswers } from "./passages";
import {
  inOrder,
  PASSAGES_PER_PAGE,
  parsePointsWish,
  parseRange,
  passagesWished,
  shortened,
} from "./points-page";

const passages = (count: number) =>
  groupAnswers(
    Array.from({ length: count }, (_, id) => ({
      ...{ id, postId: id, run: 1, at: new Date(id) },
      ranges: [{ start: id * 10, end: id * 10 + 5 }],
    })),
  );

describe("what an address of a page of points asks for", () => {
  it("is read from it, and whatever can't be read counts as unsaid", async () => {
    const wish = (search: Record<string, string>) => parsePointsWish(Promise.resolve(search));
    expect(await wish({ order: "most", page: "3", at: "2-9" })).toEqual({
      ...{ order: "most", page: 3, at: { start: 2, end: 9 }, only: undefined },
    });
    for (const nonsense of ["", "0", "-1", "1e3", "9-2", "5-5", "1-99999999", "💥"]) {
      expect(await wish({ order: nonsense, page: nonsense, at: nonsense, only: nonsense })).toEqual(
        {
          ...{ order: "reading", page: undefined, at: undefined, only: undefined },
        },
      );
    }
    expect(parseRange("0-1")).toEqual({ start: 0, end: 1 });
  });

  it("leads to a page that exists, with every passage on exactly one", () => {
    const all = passages(2 * PASSAGES_PER_PAGE + 1);
    const shown = [1, 2, 3].map((page) => passagesWished(all, { order: "reading", page }));
    expect(shown.flatMap((page) => page.shown)).toEqual(inOrder(all, "reading"));
    expect(passagesWished(all, { order: "most", page: 99 })).toMatchObject({ page: 3, pages: 3 });
    expect(passagesWished([], { order: "most", page: 9 })).toMatchObject({ page: 1, pages: 1 });
  });
});

describe("an answer beside a passage", () => {
  it("is whole, unless it is very long", () => {
    const short = `<p>${"a".repeat(1_400)}<a href="${"/x".repeat(300)}">b</a></p>`;
    expect(shortened(short)).toEqual({ html: short, cut: false });
    const { html, cut } = shortened(`<p>${"😀".repeat(1_600)}</p>`);
    expect([html, cut]).toEqual([`<p>${"😀".repeat(1_500)}</p>`, true]);
  });
});
