import type { PersonView } from "@/lib/accounts/people.queries";
import { db } from "@/lib/db/client";
import { mayBan, mayHideAll, mayLift, maySuspend, mayWarn } from "@/lib/policy/people";
import type { Restriction, Viewer } from "@/lib/policy/viewer";
import { personFacts } from "@/lib/sanctions/people.queries";
import type { PersonNumbers, RecordLine } from "@/lib/sanctions/record";
import { numbersOf, recordOf } from "@/lib/sanctions/record.queries";

/** What a viewer may do to a person. */
export interface PersonRights {
  warn: boolean;
  suspend: boolean;
  ban: boolean;
  lift: boolean;
  hideAll: boolean;
}

/** What acting on a person touches, shown before it is done. */
export interface PersonReach {
  id: number;
  username: string;
  createdAt: Date;
  restricted: Restriction | null;
  rights: PersonRights;
  numbers: PersonNumbers;
  /** The newest actions on them. */
  earlier: RecordLine[];
  /** The id of the newest action on the person; 0 where there is none. */
  seen: number;
}

/** How many earlier actions a form shows; the record has all. */
const SHOWN = 5;

/** What the viewer may do to a person, and what it touches; null for whoever may do nothing. */
export async function reachOfPerson(
  viewer: Viewer,
  { id, username, createdAt }: PersonView,
): Promise<PersonReach | null> {
  const rights = await rightsOver(viewer, id);
  if (rights === null || !Object.values(rights).includes(true)) return null;
  const [facts, numbers, record, newest] = await Promise.all([
    personFacts(viewer, id),
    numbersOf(viewer, id),
    recordOf(viewer, id, { take: SHOWN }),
    db().moderationAction.aggregate({ where: { userId: id }, _max: { id: true } }),
  ]);
  if (numbers === null) return null;
  return {
    ...{ id, username, createdAt, rights, numbers, earlier: record?.lines ?? [] },
    restricted: facts?.restricted ?? null,
    seen: newest._max.id ?? 0,
  };
}

/** The same as rights alone, for the links on a person's page; null where there is nobody. */
export async function rightsOver(viewer: Viewer, id: number): Promise<PersonRights | null> {
  // Most who look at a page may do nothing to anybody, and nothing is asked for them.
  if (!viewer.signedIn || !(viewer.admin || viewer.moderates.length > 0)) return null;
  const person = await personFacts(viewer, id);
  if (person === null) return null;
  const restricted = person.restricted !== null;
  return {
    warn: mayWarn(viewer, person).allowed,
    suspend: maySuspend(viewer, person).allowed && person.restricted?.kind !== "ban",
    ban: mayBan(viewer, person).allowed && person.restricted?.kind !== "ban",
    lift: mayLift(viewer, person).allowed && restricted,
    hideAll: mayHideAll(viewer, person).allowed,
  };
}
