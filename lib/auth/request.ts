import { headers } from "next/headers";

/** Set by our own server from the connection, or from the proxy's header if that is trusted. */
const ADDRESS_HEADER = "x-rejoinder-address";

/** The address of whoever sent this request, for rate limits only. */
export async function clientAddress(): Promise<string> {
  return (await headers()).get(ADDRESS_HEADER) ?? "local";
}

/** Where next-auth keeps the session's token; behind HTTPS under a name that plain HTTP can't set. */
export async function sessionCookieName(): Promise<string> {
  const secure = (await headers()).get("x-forwarded-proto") === "https";
  return `${secure ? "__Secure-" : ""}authjs.session-token`;
}
