import { expect, test } from "vitest";
import { originOf } from "@/lib/http/origin";

test("the forum's origin is what its own server says of the request", () => {
  const headers = new Headers({ host: "internal:3000", "x-forwarded-host": "forum.example.org" });
  expect(originOf(headers)).toBe("http://forum.example.org");
  headers.set("x-forwarded-proto", "https");
  expect(originOf(headers)).toBe("https://forum.example.org");
  expect(originOf(new Headers({ host: "localhost:3000" }))).toBe("http://localhost:3000");
});
