import { NoticesLink } from "@/components/notices/NoticesLink.client";
import { SiteSearch } from "@/components/search/SiteSearch";
import { count } from "@/components/ui/count";
import { hasQueue } from "@/lib/policy/reports";
import type { Viewer } from "@/lib/policy/viewer";
import { COUNTED_QUOTES } from "@/lib/quotes/counted";
import { routes } from "@/lib/routes";

/** The bar at the top of every page: where you are, what you can do, who you are. */
export function SiteHeader({
  viewer,
  name,
  changedQuotes,
  unreadNotices,
}: {
  viewer: Viewer;
  name: string;
  /** How many of the viewer's quotes were edited in their source and wait for a word. */
  changedQuotes: number;
  /** How many notices the viewer has not read. */
  unreadNotices: number;
}) {
  return (
    <header className="site-header">
      <div className="site-bar">
        <a href={routes.front()} className="site-name">
          <span aria-hidden="true">❯</span>
          {name}
        </a>
        <nav aria-label="Forum" className="site-places">
          <a href={routes.boards()}>Boards</a>
          <a href={routes.newThread()}>New thread</a>
          <SiteSearch />
          {changedQuotes > 0 && (
            <a href={routes.changedQuotes()} className="site-waiting">
              {changedQuotes > COUNTED_QUOTES
                ? `${COUNTED_QUOTES}+ quotes`
                : count(changedQuotes, "quote")}{" "}
              to check
            </a>
          )}
          {viewer.signedIn && (
            <>
              <NoticesLink unread={unreadNotices} />
              <a href={routes.mine()}>Yours</a>
            </>
          )}
          {hasQueue(viewer) && <a href={routes.queue()}>Queue</a>}
          {viewer.signedIn && viewer.admin && <a href={routes.admin()}>Admin</a>}
        </nav>
        <nav aria-label="Account" className="site-account">
          {viewer.signedIn ? (
            <>
              <a href={routes.person(viewer.username)} className="site-person">
                {viewer.username}
              </a>
              <a href={routes.settings()}>Settings</a>
              <form action={routes.signOut()} method="post">
                <button type="submit">Sign out</button>
              </form>
            </>
          ) : (
            <>
              <a href={routes.signIn()}>Sign in</a>
              <a href={routes.signUp()}>Sign up</a>
            </>
          )}
        </nav>
      </div>
    </header>
  );
}
