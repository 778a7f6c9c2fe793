import { allowIf, type Decision } from "@/lib/policy/decision";
import { mayWrite } from "@/lib/policy/standing";
import type { Viewer } from "@/lib/policy/viewer";

/** Who may do what with accounts, roles and boards. Screens and commands ask the same functions. */

const SIGN_IN = "Please sign in first.";
const ADMINS_ONLY = "Only an admin of this forum may do that.";

/** Boards, their moderators, and who else is an admin. */
export function mayAdminister(viewer: Viewer): Decision {
  const decision = mayWrite(viewer);
  if (!viewer.signedIn || !decision.allowed) return decision;
  return allowIf(viewer.admin, ADMINS_ONLY);
}

/** A person's own password, sessions and settings: also of somebody suspended, whose account it is. */
export function mayChangeSettings(viewer: Viewer): Decision {
  return allowIf(viewer.signedIn, SIGN_IN);
}

/** The first admin makes the others; a forum that has one is set up. */
export function maySetUp(adminCount: number): Decision {
  return allowIf(adminCount === 0, "This forum is set up already: it has an admin.");
}

/** Without an admin nobody could appoint one. */
export function mayDismissAdmin(viewer: Viewer, adminCount: number): Decision {
  const decision = mayAdminister(viewer);
  if (!decision.allowed) return decision;
  return allowIf(adminCount > 1, "This is the last admin. Appoint another one first.");
}
