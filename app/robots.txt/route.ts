import { originOf } from "@/lib/http/origin";
import { routes } from "@/lib/routes";

/**
 * What programs that walk through the web are asked to leave out: what is for people who write, what
 * the page of a thread says already, and what is of no use without a session (RFC 9309).
 */
const LEFT_OUT = [
  ...["/p/*/", "/*?sort=", "/*?*at=", "/*?*quote=", "/t/*/points", "/t/*/graph", "/t/*/mute"],
  ...["/t/*/watch", "/t/*/posts", "/t/*/folds", "/t/*/moderate", "/q/", "/u/*/moderate"],
  ...["/u/*/record", "/feeds/", "/search", "/live", "/vote", "/preview", "/offline", "/api/"],
  ...["/admin", "/queue", "/reports", "/appeals", "/statements", "/quotes", "/notices"],
  ...["/settings", "/mine", "/bookmarks", "/setup", "/sign-in", "/sign-up", "/sign-out"],
  ...["/new-thread", "/forgot-password", "/reset-password", "/confirm-address", "/unsubscribe"],
];

/** What is left out, and where the sitemap is. */
export function GET(request: Request): Response {
  const rules = LEFT_OUT.map((path) => `Disallow: ${path}\n`).join("");
  const sitemap = `Sitemap: ${originOf(request.headers)}${routes.sitemap()}\n`;
  return new Response(`User-agent: *\n${rules}\n${sitemap}`, {
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-cache" },
  });
}
