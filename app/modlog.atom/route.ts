import { routes } from "@/lib/routes";
import { logFeed } from "./feed";

/** The public log as a feed. */
export function GET(request: Request): Promise<Response> {
  const place = { address: routes.logFeed(), page: routes.log() };
  return logFeed(request, {}, { title: "Moderation log", ...place });
}
