import { routes } from "@/lib/routes";

/** The foot of every page. */
export function SiteFooter() {
  return (
    <footer className="site-footer">
      <div>
        <p>
          A line that begins with <code>&gt;</code> repeats a passage; the words under it answer it.
        </p>
        <nav aria-label="About this forum">
          <a href={routes.rules()}>Rules</a>
          <a href={routes.log()}>Moderation log</a>
          <a href={routes.feed()}>Feed</a>
          <a href={routes.keyboard()}>Keys</a>
        </nav>
      </div>
    </footer>
  );
}
