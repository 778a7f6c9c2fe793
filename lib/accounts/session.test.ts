import { describe, expect, test } from "vitest";
import { browserOf, isRenewalDue, SESSION_RENEWAL, sessionEnd } from "@/lib/accounts/session";

const NOW = new Date("2026-01-15T12:00:00Z");

describe("a session's end", () => {
  test("is moved on once a day, not at each page", () => {
    const expires = sessionEnd(NOW);
    const later = (milliseconds: number) => new Date(NOW.getTime() + milliseconds);
    expect(isRenewalDue(expires, NOW)).toBe(false);
    expect(isRenewalDue(expires, later(SESSION_RENEWAL))).toBe(false);
    expect(isRenewalDue(expires, later(SESSION_RENEWAL + 1))).toBe(true);
  });
});

describe("a browser's name for people", () => {
  const webkit = "AppleWebKit/537.36 (KHTML, like Gecko)";
  test.each([
    ["Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox on Linux"],
    [
      `Mozilla/5.0 (Windows NT 10.0; Win64) ${webkit} Chrome/126.0 Safari/537.36`,
      "Chrome on Windows",
    ],
    [
      `Mozilla/5.0 (Windows NT 10.0) ${webkit} Chrome/126.0 Safari/537.36 Edg/126.0`,
      "Edge on Windows",
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile Safari/604.1",
      "Safari on iOS",
    ],
    [
      `Mozilla/5.0 (Linux; Android 14) ${webkit} Chrome/126.0 Mobile Safari/537.36`,
      "Chrome on Android",
    ],
    ["curl/8.5.0", "curl"],
    ["<script>alert(1)</script>", "Unknown browser"],
  ])("%s", (userAgent, name) => {
    expect(browserOf(userAgent)).toBe(name);
  });

  test("is unknown where none was sent", () => {
    expect(browserOf(null)).toBe("Unknown browser");
  });
});
