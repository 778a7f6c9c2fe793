import { allowIf, type Decision, refused } from "@/lib/policy/decision";
import { mayWrite } from "@/lib/policy/standing";
import type { Member, Viewer } from "@/lib/policy/viewer";

/** Who may do what to a person. Screens and commands ask the same functions. */

/** What decides whether somebody may be acted on. */
export interface PersonFacts {
  id: number;
  admin: boolean;
  /** Ids of the boards this person moderates. */
  moderates: readonly number[];
  /** Ids of the boards this person has written in. */
  wroteIn: readonly number[];
}

const ADMINS_ONLY = "Only an admin of this forum may do that.";

/** Nobody acts on themselves, nor on their equals or betters. */
function mayActOn(viewer: Viewer, person: PersonFacts): Decision {
  const decision = mayWrite(viewer);
  if (!viewer.signedIn || !decision.allowed) return decision;
  if (viewer.id === person.id) return refused("Nobody may do that to themselves.");
  if (person.admin) return refused("An admin can't be acted on: take the role away first.");
  if (viewer.admin) return decision;
  return allowIf(
    person.moderates.length === 0,
    "Only an admin may do that to somebody who moderates a board.",
  );
}

function mayAsAdmin(viewer: Viewer, person: PersonFacts): Decision {
  const decision = mayActOn(viewer, person);
  if (!viewer.signedIn || !decision.allowed) return decision;
  return allowIf(viewer.admin, ADMINS_ONLY);
}

/** Admins warn everybody below them; moderators those who wrote in one of their boards. */
export function mayWarn(viewer: Viewer, person: PersonFacts): Decision {
  const decision = mayActOn(viewer, person);
  if (!viewer.signedIn || !decision.allowed || viewer.admin) return decision;
  return allowIf(
    person.wroteIn.some((boardId) => viewer.moderates.includes(boardId)),
    "Only a moderator of a board in which this person wrote may do that.",
  );
}

/** Takes a warning back: whoever gave it, or an admin. */
export function mayWithdrawWarning(
  viewer: Viewer,
  person: PersonFacts,
  warning: { actorId: number | null },
): Decision {
  const decision = mayWarn(viewer, person);
  if (!viewer.signedIn || !decision.allowed || viewer.admin) return decision;
  return allowIf(
    viewer.id === warning.actorId,
    "Only whoever gave this warning, or an admin, may withdraw it.",
  );
}

export function maySuspend(viewer: Viewer, person: PersonFacts): Decision {
  return mayAsAdmin(viewer, person);
}

export function mayBan(viewer: Viewer, person: PersonFacts): Decision {
  return mayAsAdmin(viewer, person);
}

/** Takes back a suspension or a ban. */
export function mayLift(viewer: Viewer, person: PersonFacts): Decision {
  return mayAsAdmin(viewer, person);
}

/** Hides all that a person wrote, or shows it again. */
export function mayHideAll(viewer: Viewer, person: PersonFacts): Decision {
  return mayAsAdmin(viewer, person);
}

/** The actions on a person with their notes: for that person, and for whoever moderates and may write. */
export function mayReadRecord(viewer: Viewer, person: Pick<PersonFacts, "id">): Decision {
  if (!viewer.signedIn) return refused("Please sign in first.");
  return allowIf(
    viewer.id === person.id || (moderatesAnything(viewer) && mayWrite(viewer).allowed),
    "Only moderators and the person may read this record.",
  );
}

function moderatesAnything(viewer: Member): boolean {
  return viewer.admin || viewer.moderates.length > 0;
}
