import type { ReactNode } from "react";
import { LogLine } from "@/components/modlog/LogLine";
import { LogTabs } from "@/components/modlog/LogTabs";
import { buttonClass } from "@/components/ui/Button";
import type { LogPage as Log } from "@/lib/modlog/entry";

/** The public log of the forum, a board or a thread: what was done, the newest first. */
export function LogPage({
  of,
  log,
  address,
  feed,
  now,
}: {
  /** Whose log it is, where it is not the whole forum's: a link to a board or a thread. */
  of?: ReactNode;
  log: Log;
  /** The address of this log from an action backwards. */
  address: (before?: number) => string;
  feed: string;
  now: Date;
}) {
  return (
    <main id="main" className="mx-auto w-full max-w-3xl px-4 py-8">
      <link rel="alternate" type="application/atom+xml" title="Moderation log" href={feed} />
      <header className="mb-4 grid gap-2">
        <h1 className="m-0 text-2xl font-semibold">Moderation log</h1>
        {of !== undefined && <p className="m-0 text-soft [&_a]:underline">{of}</p>}
        <p className="m-0 text-soft">
          Every action of moderators, for everybody to read: who did what, when, and by which rule.
          Nothing here is ever changed or taken out.
        </p>
      </header>
      <LogTabs current="log" feed={feed} />
      {log.entries.length === 0 ? (
        <p className="empty">Nothing has been done here.</p>
      ) : (
        <ol className="m-0 list-none p-0">
          {log.entries.map((entry) => (
            <LogLine key={entry.id} entry={entry} now={now} />
          ))}
        </ol>
      )}
      {log.next !== null && (
        <p className="mt-6">
          <a href={address(log.next)} rel="next" className={buttonClass()}>
            Older actions
          </a>
        </p>
      )}
    </main>
  );
}
