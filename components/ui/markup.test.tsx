import fc from "fast-check";
import { createElement, Fragment, type ReactElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Age } from "@/components/ui/Age";
import { markup } from "@/components/ui/markup";

const text = fc.string({
  unit: fc.constantFrom("a", " ", "é", "😀", "<", ">", "&", "'", '"', "\n"),
});

const properties = fc.record(
  {
    className: fc.option(text),
    htmlFor: text,
    id: text,
    title: fc.option(text),
    tabIndex: fc.integer({ min: -1, max: 3 }),
    hidden: fc.boolean(),
    "aria-pressed": fc.boolean(),
    "aria-label": text,
    "data-post": fc.nat(),
  },
  { requiredKeys: [] },
);

const { tree } = fc.letrec<{ tree: ReactNode }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small" },
    text,
    fc.constantFrom<ReactNode>(null, undefined, true, false, 0, 7.5),
    fc
      .tuple(fc.constantFrom("p", "span", "li", "svg"), properties, fc.array(tie("tree")))
      .map(([name, given, inside]) => createElement(name, given, ...(inside as ReactNode[]))),
    fc.tuple(fc.constantFrom("br", "input"), properties).map(([name, given]) => {
      return createElement(name, given);
    }),
    fc
      .array(tie("tree"))
      .map((inside) => createElement(Fragment, null, ...(inside as ReactNode[]))),
    fc.array(tie("tree")).map((inside) => {
      return inside.map((each, key) => createElement("i", { key }, each as ReactNode));
    }),
    text.map((__html) => createElement("div", { dangerouslySetInnerHTML: { __html } })),
    fc.date({ min: new Date(0), max: new Date(1e12), noInvalidDate: true }).map((date) => {
      return createElement(Age, { date, now: new Date(2e12) });
    }),
  ),
}));

test("plain HTML has the bytes that React makes of the same elements", () => {
  fc.assert(
    fc.property(tree, (node) => {
      // A text directly at the root is React's one exception: it takes elements there.
      const element = <section>{node}</section>;
      expect(markup(element)).toBe(renderToStaticMarkup(element));
    }),
    { numRuns: 500 },
  );
});

describe("what could not be drawn rightly is refused", () => {
  const Waiting = (async () => null) as unknown as () => ReactElement;
  test.each([
    ["an attribute that nobody told it the name of", createElement("a", { hrefLang: "en" })],
    ["a style", createElement("p", { style: { color: "red" } })],
    ["a listener", createElement("p", { onClick: () => {} })],
    ["a component that waits", createElement(Waiting, { key: "waiting" })],
    ["a date", createElement("p", {}, new Date(0) as unknown as string)],
  ])("%s", (_, node) => {
    expect(() => markup(node)).toThrow(TypeError);
  });
});
