import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { signInSchema, signUpSchema } from "@/lib/accounts/schema";
import { parseForm, parseValues } from "@/lib/form";

const GOOD = { username: "ada", email: "ada@example.org", password: "a long passphrase" };

describe("a sign-up form", () => {
  test("is taken with its host in small letters and its password untouched", () => {
    const input = {
      ...GOOD,
      username: " ada ",
      email: " Ada@EXAMPLE.org ",
      password: "  spaces  ",
    };
    const parsed = parseValues(signUpSchema, { ...input, next: "/t/1" });
    expect(parsed).toEqual({
      ok: true,
      value: { username: "ada", email: "Ada@example.org", password: "  spaces  ", next: "/t/1" },
    });
  });

  test.each([
    ["username", "ada\u202Egnp"],
    ["username", "a\0da"],
    ["username", "x".repeat(5000)],
    ["username", ""],
    ["email", ""],
    ["email", "ada"],
    ["email", "ada@"],
    ["email", "ada\0@example.org"],
    ["email", `${"a".repeat(250)}@example.org`],
    ["email", "ada@exa mple.org"],
    ["password", "short"],
    ["password", "x".repeat(201)],
  ])("with a %s of %j gets a sentence beside that field alone", (field, value) => {
    const parsed = parseValues(signUpSchema, { ...GOOD, [field]: value });
    if (parsed.ok) throw new Error("It was taken.");
    expect(parsed.kind).toBe("invalid");
    expect(Object.keys(parsed.fields)).toEqual([field]);
    expect(parsed.fields[field]).toMatch(/^[A-Z].*\.$/);
  });

  test("without its fields, with files or with lists gets sentences, never an exception", () => {
    const form = new FormData();
    form.append("username", new Blob(["ada"]));
    form.append("username[]", "ada");
    const parsed = parseForm(signUpSchema, form);
    if (parsed.ok) throw new Error("It was taken.");
    expect(Object.keys(parsed.fields).sort()).toEqual(["email", "password", "username"]);
    for (const value of [null, [], ["ada"], { a: 1 }, 7, undefined]) {
      const odd = { username: value, email: value, password: value, next: value };
      expect(parseValues(signUpSchema, odd).ok).toBe(false);
    }
  });

  test("lets no NUL byte through, whatever is typed", () => {
    const text = fc.string({ unit: "binary", maxLength: 60 });
    fc.assert(
      fc.property(text, text, (username, email) => {
        const parsed = parseValues(signUpSchema, { ...GOOD, username, email: `${email}@a.org` });
        if (parsed.ok)
          expect(`${parsed.value.username}${parsed.value.email}`).not.toMatch(/\p{C}/u);
      }),
    );
  });
});

test("a sign-in form asks for nothing but a name and a password", () => {
  expect(parseValues(signInSchema, { username: "a\0b", password: "x" }).ok).toBe(true);
  const empty = parseValues(signInSchema, { username: " ", password: "" });
  expect(empty.ok ? [] : Object.keys(empty.fields)).toEqual(["username", "password"]);
});
