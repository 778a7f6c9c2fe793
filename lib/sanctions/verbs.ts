/** What can be done to a person; as in the addresses of its pages. */
export const PERSON_VERBS = ["warn", "suspend", "ban", "lift"] as const;

export type PersonVerb = (typeof PERSON_VERBS)[number];

/** What can be done to all that a person wrote. */
export const EVERYTHING_VERBS = ["hide-all", "show-all"] as const;

export type EverythingVerb = (typeof EVERYTHING_VERBS)[number];
