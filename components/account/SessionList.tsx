import { Age } from "@/components/ui/Age";
import type { SessionView } from "@/lib/accounts/queries";

/** The browsers in which somebody is signed in. */
export function SessionList({ sessions, now }: { sessions: readonly SessionView[]; now: Date }) {
  return (
    <ul className="m-0 grid list-none gap-2 p-0">
      {sessions.map((session) => (
        <li key={session.id} className="flex flex-wrap items-baseline gap-x-3">
          <span className="font-medium">{session.browser}</span>
          <span className="text-sm text-soft">
            signed in <Age date={session.since} now={now} />
          </span>
          {session.isThis && <span className="text-sm text-accent">this browser</span>}
        </li>
      ))}
    </ul>
  );
}
