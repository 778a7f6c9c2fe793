import { postFeed } from "@/app/feed.atom/answer";
import { env } from "@/lib/env";
import { ownerOfFeed } from "@/lib/feeds/private.queries";
import { refusal } from "@/lib/http/refusal";
import { routes } from "@/lib/routes";

/** Posts that quote somebody, at an address that only they were told. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ key: string }> },
): Promise<Response> {
  const { key } = await params;
  const owner = await ownerOfFeed("quotes", key);
  if (owner === null) return refusal("This feed is no more, or never was.");
  const place = { address: routes.quotesFeed(key), page: routes.person(owner.username) };
  const title = `Who quotes ${owner.username} · ${env().REJOINDER_NAME}`;
  return postFeed(
    request,
    { of: "quotes", userId: owner.id },
    { title, ...place },
    { open: false },
  );
}
