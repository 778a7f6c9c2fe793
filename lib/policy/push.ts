import { ALLOWED, type Decision, refused } from "@/lib/policy/decision";
import type { Viewer } from "@/lib/policy/viewer";

/** Where one is told of what is new is one's own affair: everybody who is signed in may say so. */
export function mayBePushed(viewer: Viewer): Decision {
  return viewer.signedIn ? ALLOWED : refused("Please sign in first.");
}
