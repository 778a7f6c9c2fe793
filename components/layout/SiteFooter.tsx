import { routes } from "@/lib/routes";

/** The foot of every page. */
export function SiteFooter() {
  return (
    <footer className="mt-12 border-t border-line">
      <div className="mx-auto flex max-w-5xl flex-wrap justify-between gap-x-6 gap-y-2 px-4 py-6 text-sm text-soft">
        <p className="m-0">
          A line that begins with <code>&gt;</code> repeats a passage; the words under it answer it.
        </p>
        <nav aria-label="About this forum" className="flex gap-x-4">
          <a href={routes.rules()} className="text-soft">
            Rules
          </a>
          <a href={routes.log()} className="text-soft">
            Moderation log
          </a>
          <a href={routes.feed()} className="text-soft">
            Feed
          </a>
          <a href={routes.keyboard()} className="text-soft">
            Keys
          </a>
        </nav>
      </div>
    </footer>
  );
}
