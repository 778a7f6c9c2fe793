import { unsubscribe } from "@/lib/mail/rhythm.commands";
import { routes } from "@/lib/routes";

/** Following the link changes nothing: a page asks first. */
export function GET(request: Request): Response {
  return seeOther(routes.unsubscribe(keyOf(request) ?? ""));
}

/**
 * Stops the mail that brought the link, without any session. Mail programs are never led elsewhere
 * (RFC 8058, §3.2), in whatever form they ask; a person, who pressed the button of the page, is.
 */
export async function POST(request: Request): Promise<Response> {
  const key = keyOf(request);
  const stopped = await unsubscribe(key);
  const form = await request.formData().catch(() => null);
  if (form?.get("asked") === "page") return seeOther(routes.unsubscribe(key ?? "", "yes"));
  const [status, words] = stopped.ok ? [200, "Stopped.\n"] : [404, `${stopped.message}\n`];
  return new Response(words, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
}

function keyOf(request: Request): string | undefined {
  return new URL(request.url).searchParams.get("key") ?? undefined;
}

function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } });
}
