import type { PersonRights } from "@/lib/moderation/person-reach.queries";
import { routes } from "@/lib/routes";

/** The ways to what the viewer may do to a person; only those that would not be refused. */
export function PersonLinks({
  username,
  rights,
}: {
  username: string;
  rights: PersonRights | null;
}) {
  if (rights === null || !Object.values(rights).includes(true)) return null;
  return (
    <nav aria-label="Moderation" className="flex flex-wrap gap-x-4 gap-y-1">
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
