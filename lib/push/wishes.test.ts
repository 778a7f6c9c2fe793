import { expect, test } from "vitest";
import { DEFAULT_WISHES, wantsPush } from "@/lib/push/wishes";

test("what concerns somebody is pushed to who said nothing, and every post of a watched thread is not", () => {
  for (const reason of ["reply", "quote", "mention"] as const)
    expect(wantsPush(DEFAULT_WISHES, "post", ["watch", reason])).toBe(true);
  expect(wantsPush(DEFAULT_WISHES, "post", ["watch"])).toBe(false);
  for (const kind of ["changed", "statement", "report", "appeal"] as const)
    expect(wantsPush(DEFAULT_WISHES, kind)).toBe(true);
});

test("what somebody does not want is pushed only for another reason that they do want", () => {
  const wishes = { ...DEFAULT_WISHES, reply: false, decision: false };
  expect(wantsPush(wishes, "post", ["reply"])).toBe(false);
  expect(wantsPush(wishes, "post", ["reply", "quote"])).toBe(true);
  expect(wantsPush(wishes, "statement")).toBe(false);
});
