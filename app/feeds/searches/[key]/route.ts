import { postFeed } from "@/app/feed.atom/answer";
import { allowSearchFeed } from "@/lib/accounts/rate-limit";
import { env } from "@/lib/env";
import { refusal } from "@/lib/http/refusal";
import { routes } from "@/lib/routes";
import { parseId } from "@/lib/schema";
import { savedSearchByKey } from "@/lib/search/saved.queries";

/** What a saved search finds, the newest first, at an address that only its owner was told. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ key: string }> },
): Promise<Response> {
  const [, number, key = ""] = /^(\d+)-([\w-]+)\.atom$/.exec((await params).key) ?? [];
  const id = parseId(number);
  const owned = id === null ? null : await savedSearchByKey(id, key);
  if (id === null || owned === null) return refusal("This feed is no more, or never was.");
  const { search, owner } = owned;
  const limit = await allowSearchFeed(owner.id);
  if (!limit.ok) return refusal(limit.message, 429);
  const place = {
    address: routes.searchFeed(id, key),
    page: routes.search(search.query, "newest"),
  };
  const title = `${search.name} · ${env().REJOINDER_NAME}`;
  const scope = { of: "search" as const, text: search.query, owner };
  return postFeed(request, scope, { title, ...place }, { open: false });
}
