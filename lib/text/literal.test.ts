import fc from "fast-check";
import { expect, it } from "vitest";
import { literalMarkdown } from "./literal";
import { renderPost } from "./render";

const shown = (plain: string) => renderPost(literalMarkdown(plain)).ownText;

it.each([
  "a*b*c and __init__ and `code` and [x](y)",
  "1. not a list",
  "# no heading",
  "> no quote",
  "- no item\n+ nor this\n---",
  "<b>no tag</b> &amp; no entity",
  "| no | table |\n|---|---|",
  "~~kept~~ and \\ and *",
])("shows %j as it is", (plain) => {
  expect(shown(plain)).toBe(plain);
});

it("shows any words as they are", () => {
  const piece = fc.constantFrom(
    "a",
    "b c",
    "*",
    "_",
    "`",
    "[",
    "]",
    "(",
    ")",
    "#",
    ">",
    "-",
    "1.",
    "!",
    "~~",
    "\\",
    "<i>",
  );
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
      const plain = pieces.join("").trim();
      expect(shown(plain)).toBe(plain);
    }),
  );
});
