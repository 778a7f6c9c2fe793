import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  hashPassword,
  lengthProblem,
  PASSWORD_LENGTH,
  passwordProblem,
  verifyPassword,
} from "@/lib/accounts/password";

const ADA = { username: "AdaLovelace", email: "Ada.King@Example.org" };

describe("what is wrong with a new password", () => {
  test.each([
    ["nothing", ""],
    ["seven characters", "7 chars"],
    ["too long", "x".repeat(201)],
    ["a common one", "password1"],
    ["a common one in other case", "PassWord1"],
    ["the username", "adalovelace"],
    ["the e-mail", "ada.king@example.org"],
    ["the e-mail's name", "ada.king"],
  ])("%s is refused with a sentence", async (_, password) => {
    expect(await passwordProblem(password, ADA)).toMatch(/^[A-Z].*\.$/);
  });

  test.each([
    ["a passphrase", "correct horse battery staple"],
    ["spaces at its ends", "  spaced  "],
    ["any script", "пароль-длинный"],
    ["eight emoji", "😀😁😂🤣😃😄😅😆"],
    ["the longest", "x y ".repeat(50)],
  ])("%s is fine", async (_, password) => {
    expect(await passwordProblem(password, ADA)).toBeNull();
  });

  test("length is counted in characters, whatever they are", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii", maxLength: 250 }), (password) => {
        const fine =
          password.length >= PASSWORD_LENGTH.least && password.length <= PASSWORD_LENGTH.most;
        expect(lengthProblem(password) === null).toBe(fine);
      }),
    );
  });
});

describe("hashes", () => {
  test("are Argon2id by OWASP's parameters, and never the same twice", async () => {
    const [one, other] = await Promise.all([hashPassword("a secret"), hashPassword("a secret")]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
  });

  test("know their password alone, its spaces included", async () => {
    const stored = await hashPassword(" a secret ");
    expect(await verifyPassword(" a secret ", stored)).toBe(true);
    expect(await verifyPassword("a secret", stored)).toBe(false);
  });

  test("a password typed decomposed on another system is the same one", async () => {
    const stored = await hashPassword("mu\u0308ller's dog");
    expect(await verifyPassword("müller's dog", stored)).toBe(true);
  });

  test("nobody's password is never right, not even the one it is compared with", async () => {
    expect(await verifyPassword("nobody has this password", null)).toBe(false);
  });
});
