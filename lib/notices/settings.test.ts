import { expect, test } from "vitest";
import { DEFAULT_SETTINGS, paceOf } from "@/lib/notices/settings";

test("a notice is mailed as soon as the most urgent of its reasons", () => {
  const mail = { ...DEFAULT_SETTINGS.mail, mention: "at_once", reply: "digest" } as const;
  const settings = { ...DEFAULT_SETTINGS, mail };
  expect(paceOf(settings, "post", ["reply", "mention"])).toBe("at_once");
  expect(paceOf(settings, "post", ["watch", "reply"])).toBe("digest");
  expect(paceOf(settings, "post", ["watch"])).toBe("never");
  expect(paceOf(settings, "post", [])).toBe("never");
});

test("what moderators decide goes out at once, unless somebody wants it otherwise", () => {
  for (const kind of ["statement", "report", "appeal"] as const) {
    expect(paceOf(DEFAULT_SETTINGS, kind)).toBe("at_once");
  }
  expect(paceOf(DEFAULT_SETTINGS, "changed")).toBe("digest");
});
