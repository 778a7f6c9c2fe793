import { unsubscribe } from "@/lib/mail/rhythm.commands";
import { routes } from "@/lib/routes";

/** Following the link changes nothing: a page asks first. */
export function GET(request: Request): Response {
  return seeOther(routes.unsubscribe(keyOf(request) ?? ""));
}

/**
 * Stops the mail that brought the link, without any session (RFC 8058): a mail program sends one
 * field, which a person's button does not.
 */
export async function POST(request: Request): Promise<Response> {
  const key = keyOf(request);
  const stopped = await unsubscribe(key);
  const byProgram = /List-Unsubscribe=One-Click/.test(await request.text());
  if (!byProgram) return seeOther(routes.unsubscribe(key ?? "", "yes"));
  const [status, words] = stopped.ok ? [200, "Stopped.\n"] : [404, `${stopped.message}\n`];
  return new Response(words, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
}

function keyOf(request: Request): string | undefined {
  return new URL(request.url).searchParams.get("key") ?? undefined;
}

function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } });
}
