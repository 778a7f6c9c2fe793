import { expect, test } from "vitest";
import { settled } from "@/lib/offline/waiting";

const answer = { message: "A sentence.", href: "/p/1" };

test("a reply is settled by an answer about it alone, and waits through everything else", () => {
  expect(settled(200, answer)).toEqual({ state: "sent", message: "", href: "/p/1" });
  for (const status of [400, 403, 404, 409])
    expect(settled(status, answer)?.state, String(status)).toBe("refused");
  for (const status of [401, 429])
    expect(settled(status, answer)).toEqual({
      state: "waiting",
      message: "A sentence.",
      href: null,
    });
  for (const status of [302, 500, 502, 503]) expect(settled(status, answer)).toBeNull();
});
