import type { Visit } from "@/lib/live/visit";

/** What is remembered of somebody's reading of one thread. */
export interface Memory {
  visit: Visit | null;
  /** Branches that were folded (true), or opened although they are folded by themselves. */
  folds: ReadonlyMap<number, boolean>;
}

/** So many unread replies are counted in lists; more are "99+". */
export const COUNTED_UNREAD = 99;

/** Of who is signed out the browser remembers. */
export const NO_MEMORY: Memory = { visit: null, folds: new Map() };
