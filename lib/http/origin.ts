/**
 * Where the forum is reached, such as "https://forum.example.org": for addresses that leave it. Our
 * server checks the Host header's form, and sets these two headers itself from it or, where the
 * operator trusts one, from the proxy's (server/headers.ts); what a client says in them is dropped.
 */
export function originOf(headers: Headers): string {
  const protocol = headers.get("x-forwarded-proto") === "https" ? "https" : "http";
  const host = headers.get("x-forwarded-host") ?? headers.get("host") ?? "localhost";
  return `${protocol}://${host}`;
}
