import fc from "fast-check";
import { expect, test } from "vitest";
import { USERNAME_LENGTH, usernameProblem } from "@/lib/accounts/username";
import { evadedUsername, importedUsername } from "@/lib/transfer/names";

test("a name that the rules allow stays as it is", () => {
  expect(importedUsername("ada")).toBe("ada");
  expect(importedUsername("Søren_K")).toBe("Søren_K");
  expect(importedUsername(" Jane Doe ")).toBe("Jane-Doe");
});

test("any other name becomes a valid username of its own", () => {
  const names = [
    "a",
    "ada_",
    "_ada",
    "admin",
    "C++",
    "🍲",
    "🎉",
    "x".repeat(60),
    `${"x".repeat(60)}y`,
  ];
  const usernames = names.map(importedUsername);
  expect(usernames.map(usernameProblem)).toEqual(names.map(() => null));
  expect(new Set(usernames).size).toBe(names.length);
  expect(usernames).not.toContain("ada");
});

test("whatever an author is called, the username follows the rules, and again gives itself", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 80 }), (name) => {
      const username = importedUsername(name);
      expect(usernameProblem(username)).toBeNull();
      expect(importedUsername(username)).toBe(username);
      expect([...evadedUsername(username, 3)].length).toBeLessThanOrEqual(USERNAME_LENGTH.most);
    }),
  );
});
