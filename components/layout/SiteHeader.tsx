import { NoticesLink } from "@/components/notices/NoticesLink.client";
import { SiteSearch } from "@/components/search/SiteSearch";
import { count } from "@/components/ui/count";
import { hasQueue } from "@/lib/policy/reports";
import type { Viewer } from "@/lib/policy/viewer";
import { COUNTED_QUOTES } from "@/lib/quotes/counted";
import { routes } from "@/lib/routes";

const link = "py-2 text-ink no-underline hover:underline";

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
    <header className="border-b border-line bg-sheet">
      <div className="mx-auto flex max-w-5xl flex-wrap items-center gap-x-4 px-4 py-1 text-[0.9375rem]">
        <a
          href={routes.front()}
          className="py-2 font-semibold tracking-tight text-ink no-underline"
        >
          <span aria-hidden="true" className="mr-1.5 font-serif text-accent">
            ❯
          </span>
          {name}
        </a>
        <nav
          aria-label="Forum"
          className="order-last flex w-full flex-wrap gap-x-4 sm:order-none sm:w-auto sm:items-center"
        >
          <a href={routes.boards()} className={link}>
            Boards
          </a>
          <a href={routes.newThread()} className={link}>
            New thread
          </a>
          <SiteSearch />
          {changedQuotes > 0 && (
            <a href={routes.changedQuotes()} className="py-2 font-medium">
              {changedQuotes > COUNTED_QUOTES
                ? `${COUNTED_QUOTES}+ quotes`
                : count(changedQuotes, "quote")}{" "}
              to check
            </a>
          )}
          {viewer.signedIn && (
            <>
              <NoticesLink unread={unreadNotices} />
              <a href={routes.mine()} className={link}>
                Yours
              </a>
            </>
          )}
          {hasQueue(viewer) && (
            <a href={routes.queue()} className={link}>
              Queue
            </a>
          )}
          {viewer.signedIn && viewer.admin && (
            <a href={routes.admin()} className={link}>
              Admin
            </a>
          )}
        </nav>
        <nav
          aria-label="Account"
          className="ml-auto flex flex-wrap items-center gap-x-3 sm:gap-x-4"
        >
          {viewer.signedIn ? (
            <>
              <a
                href={routes.person(viewer.username)}
                className={`${link} max-w-28 truncate font-medium sm:max-w-40`}
              >
                {viewer.username}
              </a>
              <a href={routes.settings()} className={link}>
                Settings
              </a>
              <form action={routes.signOut()} method="post">
                <button type="submit" className={link}>
                  Sign out
                </button>
              </form>
            </>
          ) : (
            <>
              <a href={routes.signIn()} className={link}>
                Sign in
              </a>
              <a href={routes.signUp()} className={link}>
                Sign up
              </a>
            </>
          )}
        </nav>
      </div>
    </header>
  );
}
