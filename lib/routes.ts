import { administrationRoutes } from "@/lib/routes/administration";
import { debateRoutes } from "@/lib/routes/debates";
import { findingRoutes } from "@/lib/routes/finding";
import { mailRoutes } from "@/lib/routes/mail";
import { moderationRoutes } from "@/lib/routes/moderation";
import { newsRoutes } from "@/lib/routes/news";
import { peopleRoutes } from "@/lib/routes/people";
import { writingRoutes } from "@/lib/routes/writing";

export type { PointsOrder, PostOrder, ThreadOrder } from "@/lib/routes/debates";
export type { QueueOrder } from "@/lib/routes/moderation";

/** Every address of the forum, so that no page spells one by hand. */
export const routes = {
  ...debateRoutes,
  ...writingRoutes,
  ...peopleRoutes,
  ...mailRoutes,
  ...newsRoutes,
  ...findingRoutes,
  ...moderationRoutes,
  ...administrationRoutes,
};

/**
 * Where to go after signing in: only a path of this forum, so that no link can lead elsewhere.
 * Percent-encoded, since a Location header takes nothing but ASCII.
 *
 * @param next what the address or form says; anything else than a local path leads to the front page
 */
export function localPath(next: string | undefined): string {
  if (next === undefined || !/^\/(?![/\\])/.test(next) || /[\p{Cc}\\]/u.test(next)) return "/";
  const { pathname, search, hash } = new URL(next, "http://localhost");
  // "/.//elsewhere" is "//elsewhere" once its dots are resolved.
  return pathname.startsWith("//") ? "/" : `${pathname}${search}${hash}`;
}
