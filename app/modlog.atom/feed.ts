import { env } from "@/lib/env";
import { originOf } from "@/lib/http/origin";
import { isKnown, validatorsOf } from "@/lib/modlog/conditional";
import type { LogScope } from "@/lib/modlog/entry";
import { atomFeed } from "@/lib/modlog/feed";
import { readLog } from "@/lib/modlog/queries";
import { SIGNED_OUT } from "@/lib/policy/viewer";

/**
 * The newest actions as an Atom feed, for everybody as for who is signed out: programs that read feeds
 * bring no session. Who has this version already is told so (304).
 */
export async function logFeed(
  request: Request,
  scope: LogScope,
  { title, address, page }: { title: string; address: string; page: string },
): Promise<Response> {
  const { entries } = await readLog(SIGNED_OUT, scope);
  const author = env().REJOINDER_NAME;
  const origin = originOf(request.headers);
  const body = atomFeed({ origin, address, page, title: `${title} · ${author}`, author, entries });
  const validators = validatorsOf(body, entries[0]?.at ?? null, new Date());
  const headers = new Headers({ "cache-control": "public, no-cache", etag: validators.etag });
  if (validators.lastModified !== null) headers.set("last-modified", validators.lastModified);
  if (isKnown(request.headers, validators)) return new Response(null, { status: 304, headers });
  headers.set("content-type", "application/atom+xml; charset=utf-8");
  return new Response(body, { headers });
}

/** There is no such board or thread. */
export function noFeed(): Response {
  return new Response("There is nothing here.\n", {
    status: 404,
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}
