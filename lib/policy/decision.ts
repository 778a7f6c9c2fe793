/** May this be done? If not, the sentence that tells the person why. */
export type Decision = { allowed: true } | { allowed: false; why: string };

export const ALLOWED: Decision = { allowed: true };

export function refused(why: string): Decision {
  return { allowed: false, why };
}

/** Allowed when the condition holds, else refused with the sentence. */
export function allowIf(condition: boolean, why: string): Decision {
  return condition ? ALLOWED : refused(why);
}
