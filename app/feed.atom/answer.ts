import { env } from "@/lib/env";
import { isKnown, validatorsOf } from "@/lib/feeds/conditional";
import type { MadeFeed } from "@/lib/feeds/kept";
import { readFeed } from "@/lib/feeds/queries";
import type { FeedScope } from "@/lib/feeds/scope";
import { originOf } from "@/lib/http/origin";

/**
 * A feed of posts, for everybody as for who is signed out. Who has this version already is told so
 * (304).
 *
 * @param open false for an address that nobody but its owner knows
 */
export async function postFeed(
  request: Request,
  scope: FeedScope,
  { title, address, page }: { title: string; address: string; page: string },
  { open = true }: { open?: boolean } = {},
): Promise<Response> {
  const author = env().REJOINDER_NAME;
  const frame = { origin: originOf(request.headers), address, page, title, author };
  const before = new URL(request.url).searchParams.get("before") ?? undefined;
  return answer(request, await readFeed(frame, scope, before), { open });
}

/** Sends a feed, or says that it is still as it was. */
export function answer(
  request: Request,
  { body, newest }: MadeFeed,
  { open }: { open: boolean },
): Response {
  const validators = validatorsOf(body, newest, new Date());
  // Kept by whoever likes to, but asked about before each use: what was hidden is gone with the next.
  const headers = new Headers({
    "cache-control": `${open ? "public" : "private"}, no-cache`,
    etag: validators.etag,
  });
  if (validators.lastModified !== null) headers.set("last-modified", validators.lastModified);
  if (!open) headers.set("x-robots-tag", "noindex");
  if (isKnown(request.headers, validators)) return new Response(null, { status: 304, headers });
  headers.set("content-type", "application/atom+xml; charset=utf-8");
  return new Response(body, { headers });
}
