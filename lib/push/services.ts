/**
 * The push services of known browsers. An endpoint comes from outside and is called by the forum, so
 * nothing else is: no address of the forum's own network can be made one.
 *
 * - Google, Chrome and what is made of it: firebase.google.com/docs/cloud-messaging/network-configuration
 *   ("fcm.googleapis.com, message sending"); Chromium built without Google's keys is given jmt17.google.com.
 * - Mozilla, Firefox: github.com/mozilla-services/autopush-rs (production).
 * - Apple, Safari: developer.apple.com, "Sending web push notifications in web apps and browsers":
 *   "allow URLs from *.push.apple.com".
 * - Microsoft, Edge: learn.microsoft.com, "Windows Push Notification Services overview": channels are at
 *   *.notify.windows.com, which a service is told to check.
 */
const HOSTS: ReadonlySet<string> = new Set([
  "fcm.googleapis.com",
  "jmt17.google.com",
  "updates.push.services.mozilla.com",
]);
const DOMAINS = [".push.apple.com", ".notify.windows.com"];

/** Longer ones than browsers have. */
export const ENDPOINT_LENGTH = 1_500;

/**
 * The address of a push service's place for one browser, or null where it is none that the forum calls.
 *
 * @param more origins that the operator adds
 */
export function endpointAt(text: string, more: readonly string[]): URL | null {
  if (text.length > ENDPOINT_LENGTH || !URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.username !== "" || url.password !== "") return null;
  if (more.includes(url.origin)) return url;
  // The port is empty where it is that of https.
  if (url.protocol !== "https:" || url.port !== "") return null;
  const known = HOSTS.has(url.hostname) || DOMAINS.some((domain) => url.hostname.endsWith(domain));
  return known ? url : null;
}
