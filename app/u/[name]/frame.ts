import type { PersonFrameProps } from "@/components/history/PersonFrame";
import type { PersonView } from "@/lib/accounts/people.queries";
import { readActivity } from "@/lib/history/activity.queries";
import { mayReadRecord } from "@/lib/policy/people";
import { isBlocked, mayBlock } from "@/lib/policy/standing";
import type { Viewer } from "@/lib/policy/viewer";
import { rightsOver } from "@/lib/sanctions/reach.queries";

/** What every page of a person shows above its list. */
export async function personFrame(
  viewer: Viewer,
  person: PersonView,
  now: Date,
): Promise<PersonFrameProps> {
  const [rights, activity] = await Promise.all([
    rightsOver(viewer, person.id),
    readActivity(viewer, person.id, now),
  ]);
  return {
    ...{ person, activity, rights: rights ?? undefined },
    own: viewer.signedIn && viewer.id === person.id,
    record: mayReadRecord(viewer, person).allowed,
    blocked: mayBlock(viewer, person.id).allowed ? isBlocked(viewer, person.id) : null,
  };
}
