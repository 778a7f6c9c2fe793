const DAY = 24 * 60 * 60 * 1000;

/** A session ends this long after its last use, in milliseconds. */
export const SESSION_LIFETIME = 30 * DAY;

/** The end is moved on at most once in this time, so that reading does not write. */
export const SESSION_RENEWAL = DAY;

/**
 * How long the browser keeps the cookie: the longest that browsers allow (RFC 6265bis, 400 days).
 * The row in the database decides when a session ends; a page can't renew a cookie while it is
 * drawn, so a cookie of 30 days would sign out those who are here every day.
 */
export const COOKIE_LIFETIME = 400 * DAY;

/** Browsers send up to some hundred characters; the rest is for logs, not for people. */
export const USER_AGENT_LENGTH = 300;

/** When a session that is used now ends. */
export function sessionEnd(now: Date): Date {
  return new Date(now.getTime() + SESSION_LIFETIME);
}

/** Whether a session's end is to be moved on. */
export function isRenewalDue(expires: Date, now: Date): boolean {
  return expires.getTime() - now.getTime() < SESSION_LIFETIME - SESSION_RENEWAL;
}

// The order matters: Edge and Opera also call themselves Chrome, and Chrome calls itself Safari.
const BROWSERS: readonly [RegExp, string][] = [
  [/\bEdg(?:e|A|iOS)?\//, "Edge"],
  [/\bOPR\/|\bOpera\b/, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/\b(?:Chrome|Chromium|HeadlessChrome|CriOS)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
  [/^curl\//, "curl"],
];

const SYSTEMS: readonly [RegExp, string][] = [
  [/\b(?:iPhone|iPad|iPod)\b/, "iOS"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bMac OS X\b|\bMacintosh\b/, "macOS"],
  [/\bLinux\b|\bX11\b/, "Linux"],
];

/** A browser's name for people, such as "Firefox on Linux"; only to tell sessions apart. */
export function browserOf(userAgent: string | null): string {
  const find = (names: readonly [RegExp, string][]) =>
    names.find(([pattern]) => pattern.test(userAgent ?? ""))?.[1];
  const browser = find(BROWSERS) ?? "Unknown browser";
  const system = find(SYSTEMS);
  return system === undefined ? browser : `${browser} on ${system}`;
}
