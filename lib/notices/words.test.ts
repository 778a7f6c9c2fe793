import { expect, test } from "vitest";
import type { NoticeReason } from "@/lib/notices/notice";
import { namesInWords, postsInWords } from "@/lib/notices/words";

const post = (author: string, ...reasons: NoticeReason[]) => ({ author, reasons });

test("people are named once, and counted where they are many", () => {
  expect(namesInWords(["ada"])).toBe("ada");
  expect(namesInWords(["ada", "ben", "ada"])).toBe("ada and ben");
  expect(namesInWords(["ada", "ben", "carol", "dan", "ada"])).toBe("ada and 3 others");
});

test("one post is told with all that it is", () => {
  expect(postsInWords([post("ada", "reply", "quote", "mention")])).toEqual({
    before: "ada answered, quoted and mentioned you",
    after: "",
  });
});

test("what is only watched is nobody's answer", () => {
  expect(postsInWords([post("ada", "watch")]).before).toBe("ada wrote");
  expect(postsInWords([post("ada", "watch", "reply")]).before).toBe("ada answered you");
  expect(postsInWords([post("ada", "watch"), post("ben", "watch", "quote")])).toEqual({
    before: "ada and ben wrote",
    after: ", and quoted you",
  });
});
