/**
 * All that somebody is told, as text to compare. The place in time that each answer carries, from which
 * an open page is told what changed, is none of it.
 */
export function toldIn(answers: unknown): string {
  return JSON.stringify(answers, (name, value) => (name === "cursor" ? undefined : value));
}
