import { describe, expect, test } from "vitest";
import { parseForm, parseValues } from "@/lib/form";
import { choicesIn, previewInput, replyForm } from "@/lib/posts/schema";
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

describe("choices of a source", () => {
  const place = { postId: 12, start: 3, end: 40 };

  test("come as fields of a form, by the key of their quote", () => {
    const form = new FormData();
    form.append("text", "> a");
    form.append("source-of:1x2y-1", "12-3-40");
    expect(choicesIn(form)).toEqual(new Map([["1x2y-1", place]]));
  });

  test("and in JSON", () => {
    const sent = { text: "> a", choices: { "1x2y-1": "12-3-40" } };
    const parsed = parseValues(previewInput, sent);
    expect(parsed).toMatchObject({ ok: true, value: { choices: new Map([["1x2y-1", place]]) } });
    for (const choices of [[], "a", { k: 1 }, { k: { postId: 1 } }]) {
      expect(parseValues(previewInput, { text: "> a", choices }).ok).toBe(false);
    }
  });

  test.each([
    "",
    "open",
    "12-3",
    "12-3-40-1",
    "-1-3-40",
    "1e3-3-40",
    "12-3-9999999999",
    "__proto__",
  ])("that name no place are none: %j", (value) => {
    const form = new FormData();
    form.append("source-of:k", value);
    form.append("source-of:__proto__", value);
    expect(choicesIn(form).size).toBe(0);
  });

  test("of more quotes than a text may have are not read", () => {
    const form = new FormData();
    for (let at = 0; at < 1_000; at += 1) form.append(`source-of:k-${at}`, "12-3-40");
    expect(choicesIn(form).size).toBe(300);
  });
});
