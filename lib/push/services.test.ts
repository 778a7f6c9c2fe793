import { expect, test } from "vitest";
import { ENDPOINT_LENGTH, endpointAt } from "@/lib/push/services";

test("the push services of known browsers are called", () => {
  for (const endpoint of [
    "https://fcm.googleapis.com/fcm/send/abc:def-ghi_jkl",
    "https://updates.push.services.mozilla.com/wpush/v2/gAAAA",
    "https://web.push.apple.com/QABC",
    "https://wns2-by3p.notify.windows.com/w/?token=BQYAAA%3d",
  ])
    expect(endpointAt(endpoint, [])?.href, endpoint).toBe(endpoint);
});

test("nothing else is: no other host, port, scheme or name and password, however it is written", () => {
  for (const endpoint of [
    "https://example.org/push",
    "https://127.0.0.1/",
    "https://[::1]/",
    "https://169.254.169.254/latest/meta-data/",
    "http://fcm.googleapis.com/",
    "https://fcm.googleapis.com:8443/",
    "https://fcm.googleapis.com@127.0.0.1/",
    "https://name:word@fcm.googleapis.com/",
    "https://fcm.googleapis.com.example.org/",
    "https://fcm.googleapis.com%2eexample.org/",
    "https://notfcm.googleapis.com/",
    "https://evilpush.apple.com/",
    "https://push.apple.com.example.org/",
    "https://notify.windows.com.example.org/",
    "https://example.org/?x=.push.apple.com",
    "https://example.org#.push.apple.com",
    "https://example.org\\.push.apple.com/",
    "file:///etc/passwd",
    "//fcm.googleapis.com/",
    "fcm.googleapis.com",
    "",
    `https://fcm.googleapis.com/${"x".repeat(ENDPOINT_LENGTH)}`,
  ])
    expect(endpointAt(endpoint, []), endpoint).toBeNull();
});

test("what the operator adds is called too, with its scheme and port, and nothing beside it", () => {
  const more = ["http://127.0.0.1:8100"];
  expect(endpointAt("http://127.0.0.1:8100/push/1", more)?.pathname).toBe("/push/1");
  for (const endpoint of ["http://127.0.0.1:8101/", "https://127.0.0.1:8100/", "http://127.0.0.1/"])
    expect(endpointAt(endpoint, more), endpoint).toBeNull();
});
