import { expect, test } from "vitest";
import { MOST_MENTIONS, mentionedNames } from "@/lib/notices/mentions";
import { renderPost } from "@/lib/text/render";

const namesIn = (markdown: string) => mentionedNames(renderPost(markdown).htmlParts);

test("names are read wherever somebody is called, each once", () => {
  expect(namesIn("@ada, and (@Ben): see *@carl_9*.\n\n- @ada again\n- вот @вова-2!")).toEqual([
    "ada",
    "Ben",
    "carl_9",
    "вова-2",
  ]);
});

test("quotes, code and links call nobody", () => {
  expect(namesIn("> @ada said\n\nYes.")).toEqual([]);
  expect(namesIn("`@ada`\n\n```\n@ben\n```\n\n    @carl")).toEqual([]);
  expect(namesIn("[@ada](https://example.org) https://example.org/@ben")).toEqual([]);
});

test("an e-mail address or a part of a word is no name", () => {
  expect(namesIn("a.b@example.org, x/@ada, @@ada, foo@bar, @ ada, @-ada, @a")).toEqual([]);
});

test("marks at the end of a name are none of it, and a name that is too long is none", () => {
  expect(namesIn(`@ada- said. @ben_! @${"x".repeat(31)}`)).toEqual(["ada", "ben"]);
});

test("a post calls no more people than it may", () => {
  const many = Array.from({ length: 50 }, (_, index) => `@person${index}`).join(" ");
  expect(namesIn(many)).toHaveLength(MOST_MENTIONS);
});
