import { routes } from "@/lib/routes";

/** The ways between the log, its numbers, the rules and the feed. */
export function LogTabs({ current, feed }: { current: "log" | "numbers"; feed?: string }) {
  return (
    <nav aria-label="Moderation" className="tabs">
      <a href={routes.log()} className="tab" aria-current={current === "log" ? "page" : undefined}>
        Log
      </a>
      <a
        href={routes.logNumbers()}
        className="tab"
        aria-current={current === "numbers" ? "page" : undefined}
      >
        Numbers
      </a>
      <a href={routes.rules()} className="tab">
        Rules
      </a>
      {feed !== undefined && (
        <a href={feed} type="application/atom+xml" className="tab ml-auto">
          Feed
        </a>
      )}
    </nav>
  );
}
