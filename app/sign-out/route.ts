import type { NextRequest } from "next/server";
import { signOut } from "@/lib/auth";
import { routes } from "@/lib/routes";

/** Following a link never signs out: a page asks first. */
export function GET(): Response {
  return seeOther(routes.confirmSignOut());
}

/**
 * Signs out: the header's plain form posts here from every page, also from those that run no
 * script. A form of another site is not obeyed.
 */
export async function POST(request: NextRequest): Promise<Response> {
  if (!isOwnForm(request)) return seeOther(routes.confirmSignOut());
  await signOut();
  return seeOther(routes.front());
}

/** Browsers say where a form stood (Sec-Fetch-Site, or Origin in older ones). */
function isOwnForm(request: NextRequest): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin" || site === "none";
  const origin = request.headers.get("origin");
  return origin === null || URL.parse(origin)?.host === request.headers.get("host");
}

/** The relative address keeps whatever host and protocol the browser used. */
function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } });
}
