import { describe, expect, test } from "vitest";
import { parseForm } from "@/lib/form";
import { MAX_TITLE_LENGTH, threadForm, webAddress } from "@/lib/threads/schema";

const KEY = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";

function formOf(fields: Record<string, string | string[]>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const each of [value].flat()) form.append(name, each);
  }
  return form;
}

const good = { kind: "text", board: "essays", title: "A title", text: "Words.", formKey: KEY };

function problems(fields: Record<string, string | string[]>): Record<string, string> {
  const parsed = parseForm(threadForm, formOf({ ...good, ...fields }));
  return parsed.ok ? {} : parsed.fields;
}

describe("the form of a new thread", () => {
  test("passes what is right, with the title tidied", () => {
    const parsed = parseForm(threadForm, formOf({ ...good, title: "  A \n title " }));
    expect(parsed).toMatchObject({ ok: true, value: { ...good, title: "A title" } });
  });

  test.each([
    ["an empty title", { title: " \t" }, "title"],
    ["an invisible title", { title: "\u200b\u2060\u00ad" }, "title"],
    ["a title too long", { title: "a".repeat(MAX_TITLE_LENGTH + 1) }, "title"],
    ["a title with a control character", { title: "a\u0007b" }, "title"],
    ["a title with a bidi override", { title: "a\u202eb" }, "title"],
    ["a title with a bidi isolate", { title: "a\u2066b" }, "title"],
    ["an empty text", { text: "\n \n" }, "text"],
    ["a text with a NUL", { text: "a\0b" }, "text"],
    ["a text too long", { text: "a".repeat(40_001) }, "text"],
    ["quotes nested a thousand times", { text: `${">".repeat(1000)} a` }, "text"],
    ["no board", { board: "" }, "board"],
    ["an unknown kind", { kind: "poll" }, "kind"],
    ["a key that is none", { formKey: "1" }, "formKey"],
    ["a link without an address", { kind: "link", url: "" }, "url"],
  ])("says beside the field what is wrong with %s", (_, fields, name) => {
    const found = problems(fields);
    expect(Object.keys(found)).toEqual([name]);
    expect(found[name]).toMatch(/^[A-Z].*\.$/);
  });

  test("an emoji is one character of a title", () => {
    expect(problems({ title: "🧵".repeat(MAX_TITLE_LENGTH) })).toEqual({});
  });

  test("missing fields and files are named, not crashed on", () => {
    const missing = parseForm(threadForm, new FormData());
    expect(missing).toMatchObject({ ok: false, kind: "invalid" });
    const form = formOf({ kind: "text", board: "essays", text: "Words.", formKey: KEY });
    form.append("title", new File(["x"], "x.txt"));
    expect(parseForm(threadForm, form)).toMatchObject({
      ok: false,
      fields: { title: expect.stringMatching(/\.$/) },
    });
  });

  test("a field sent twice counts once, the first", () => {
    const parsed = parseForm(threadForm, formOf({ ...good, title: ["First", "Second"] }));
    expect(parsed).toMatchObject({ ok: true, value: { title: "First" } });
  });
});

describe("a web address", () => {
  test.each(["https://example.org", " http://example.org/a?b#c ", "https://例え.jp/パス"])(
    "%s is one",
    (text) => {
      expect(webAddress.safeParse(text).success).toBe(true);
    },
  );

  test.each([
    ...["", "example.org", "//example.org", "ftp://example.org", "javascript:alert(1)"],
    ...["data:text/html,x", "https://", "https://user:secret@example.org", "https://user@e.org"],
    ...["https://exa mple.org", "https://example.org/\u202e", "https://example.org/\0"],
    ...[`https://example.org/${"a".repeat(2_000)}`, "mailto:ada@example.org"],
  ])("%j is none", (text) => {
    expect(webAddress.safeParse(text).success).toBe(false);
  });
});
