import { expect, test } from "vitest";
import { draftPlace, draftText } from "@/components/history/draft-names";

test("a draft leads to where it is written on", () => {
  expect(draftPlace("draft:7:thread", 7)?.href).toBe("/new-thread");
  expect(draftPlace("draft:7:reply:12", 7)?.href).toBe("/p/12/reply");
  expect(draftPlace("draft:7:edit:12:3", 7)?.href).toBe("/p/12/edit");
});

test("what is somebody else's, or no draft, is not listed", () => {
  const names = [
    "draft:8:thread",
    "draft:77:thread",
    "theme",
    "draft:7:reply:x",
    "draft:7:other:1",
  ];
  for (const name of names) expect(draftPlace(name, 7)).toBeNull();
});

test("what the storage holds is not trusted", () => {
  expect(draftText('{"text":"words","title":"A title"}')).toBe("A title: words");
  for (const stored of [null, "", "{", "[]", "7", '{"text":7}']) expect(draftText(stored)).toBe("");
});
