import { routes } from "@/lib/routes";
import type { PersonRights } from "@/lib/sanctions/reach.queries";

const NONE: PersonRights = { warn: false, suspend: false, ban: false, lift: false, hideAll: false };

/** The ways to what the viewer may do to a person; only those that would not be refused. */
export function PersonLinks({
  username,
  rights = NONE,
  record = false,
}: {
  username: string;
  rights?: PersonRights | undefined;
  /** Whether the viewer may read the record, and is not there already. */
  record?: boolean;
}) {
  if (!record && !Object.values(rights).includes(true)) return null;
  return (
    <nav aria-label="Moderation" className="flex flex-wrap gap-x-4 gap-y-1">
      {record && <a href={routes.personRecord(username)}>Record</a>}
      {rights.warn && <a href={routes.moderatePerson(username, "warn")}>Warn</a>}
      {rights.suspend && <a href={routes.moderatePerson(username, "suspend")}>Suspend</a>}
      {rights.ban && <a href={routes.moderatePerson(username, "ban")}>Ban</a>}
      {rights.lift && <a href={routes.moderatePerson(username, "lift")}>Lift</a>}
      {rights.hideAll && (
        <a href={routes.moderatePerson(username, "hide-all")}>Hide all they wrote</a>
      )}
    </nav>
  );
}
