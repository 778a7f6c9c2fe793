import { describe, expect, test } from "vitest";
import { mayAdminister, mayChangeSettings, mayDismissAdmin, maySetUp } from "@/lib/policy/accounts";
import { type Member, SIGNED_OUT } from "@/lib/policy/viewer";

const member: Member = { signedIn: true, id: 1, username: "ada", admin: false, moderates: [] };
const moderator = { ...member, moderates: [1, 2] };
const admin = { ...member, admin: true };

describe("who may do what with accounts", () => {
  test.each([
    ["signed out", SIGNED_OUT, { administer: false, settings: false }],
    ["a member", member, { administer: false, settings: true }],
    ["a moderator", moderator, { administer: false, settings: true }],
    ["an admin", admin, { administer: true, settings: true }],
  ])("%s", (_, viewer, may) => {
    expect(mayAdminister(viewer).allowed).toBe(may.administer);
    expect(mayDismissAdmin(viewer, 2).allowed).toBe(may.administer);
    expect(mayChangeSettings(viewer).allowed).toBe(may.settings);
  });

  test("the last admin stays, and only a forum without any is set up", () => {
    expect(mayDismissAdmin(admin, 1)).toEqual({ allowed: false, why: expect.any(String) });
    expect(maySetUp(0).allowed).toBe(true);
    expect(maySetUp(1)).toEqual({ allowed: false, why: expect.any(String) });
  });
});
