import { describe, expect, test } from "vitest";
import { parseForm, parseValues } from "@/lib/form";
import { previewInput, replyForm } from "@/lib/posts/schema";
import { idSchema, parseId } from "@/lib/schema";

const NOT_IDS = [
  ...["", "0", "-1", "+1", "1.0", "1e9", "0x1", "01", " 1", "1 ", "1\n", "٣", "1,2", "[1]", "{}"],
  ...["NaN", "Infinity", "2147483648", "99999999999", "1".repeat(1000), "null", "\0", "1\0"],
];

describe("an id from an address or a form", () => {
  test.each(["1", "42", "2147483647"])("%s is one", (text) => {
    expect(parseId(text)).toBe(Number(text));
  });

  test.each(NOT_IDS)("%j is none", (text) => {
    expect(parseId(text)).toBeNull();
  });

  test.each([undefined, null, 1, [], ["1"], { toString: () => "1" }, Number.NaN])(
    "neither is anything but text: %j",
    (value) => {
      expect(idSchema.safeParse(value).success).toBe(false);
    },
  );
});

test("ids given as lists or objects in a form are not ids", () => {
  for (const name of ["post[]", "post[0]", "post[id]", "post.id"]) {
    const form = new FormData();
    form.append(name, "1");
    form.append("text", "Words.");
    form.append("formKey", "3f2504e0-4f89-41d3-9a0c-0305e82c3301");
    expect(parseForm(replyForm, form)).toMatchObject({
      ok: false,
      fields: { post: expect.any(String) },
    });
  }
});

describe("what is sent to be previewed", () => {
  test.each([
    ...[null, [], "text", 1, {}, { text: 1 }, { text: ["a"] }, { text: { toString: "a" } }],
    ...[{ text: "" }, { text: "a\0" }, { text: "a", parent: 0 }, { text: "a", parent: -1 }],
    ...[
      { text: "a", parent: 1.5 },
      { text: "a", parent: 2_147_483_648 },
      { text: "a", parent: {} },
    ],
    ...[
      { text: "a", post: "x" },
      { text: "a", post: 1e300 },
      { text: "a", kind: "poll" },
    ],
  ])("is refused with a sentence if it is %j", (value) => {
    const parsed = parseValues(previewInput, value);
    expect(parsed).toMatchObject({ ok: false, message: expect.stringMatching(/\.$/) });
  });

  test.each([[1], [[1]], true, "1", "", null, {}].map((id) => [id]))(
    "names posts by numbers alone, not by %j",
    (id) => {
      expect(previewInput.safeParse({ text: "a", parent: id }).success).toBe(false);
      expect(previewInput.safeParse({ text: "a", post: id }).success).toBe(false);
    },
  );

  test("is taken with the ids that the composer sends", () => {
    const value = { text: "a", parent: 1, post: 2_147_483_647 };
    expect(previewInput.parse(value)).toEqual(value);
  });
});
