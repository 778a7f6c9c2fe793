import { signOut } from "@/lib/auth";
import { routes } from "@/lib/routes";

/** Following a link never signs out: a page asks first. */
export function GET(): Response {
  return seeOther(routes.confirmSignOut());
}

/**
 * Signs out: the header's plain form posts here from every page, also from those that run no
 * script. A form of another site comes without our cookie (SameSite=Lax), and then nothing ends.
 */
export async function POST(): Promise<Response> {
  await signOut();
  return seeOther(routes.front());
}

/** The relative address keeps whatever host and protocol the browser used. */
function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } });
}
