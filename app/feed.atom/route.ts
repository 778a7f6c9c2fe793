import { env } from "@/lib/env";
import { routes } from "@/lib/routes";
import { postFeed } from "./answer";

/** The newest threads of the forum as a feed. */
export function GET(request: Request): Promise<Response> {
  const place = { address: routes.feed(), page: routes.front("new") };
  return postFeed(request, { of: "site" }, { title: env().REJOINDER_NAME, ...place });
}
