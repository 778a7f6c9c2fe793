import type { PersonVerb } from "@/lib/sanctions/verbs";

interface PersonEffect {
  title: string;
  effect: string;
  /** Why there is no form for somebody who may act on the person otherwise. */
  nothing: string;
}

/** What each action on a person is called, and does, in words for who is about to take it. */
export const PERSON_EFFECTS: Record<PersonVerb, PersonEffect> = {
  warn: {
    title: "Warn",
    effect:
      "They are told, and it stays in their record. Nothing else changes: they can go on reading and writing.",
    nothing: "That is not yours to do.",
  },
  suspend: {
    title: "Suspend",
    effect:
      "From their very next request on they can read, but not write, vote or moderate, until the time is over or somebody lifts it. What they wrote stays.",
    nothing: "Only an admin may do that, and a ban would have to be lifted first.",
  },
  ban: {
    title: "Ban",
    effect:
      "They are signed out everywhere at once and can't sign in any more, until somebody lifts it. What they wrote stays; hiding it is an action of its own.",
    nothing: "Only an admin may do that, and only to somebody who is not banned.",
  },
  lift: {
    title: "Lift what is on",
    effect: "They can write again at once; after a ban they can sign in again.",
    nothing: "There is nothing to lift, or only an admin may do it.",
  },
};
