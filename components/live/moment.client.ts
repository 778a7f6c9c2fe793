/** So long at most may a reader's moment be off (milliseconds). */
const SPREAD = 300;

/** Milliseconds to wait, others for each reader: all are told at once, and shall not ask at once. */
export function someMoment(): number {
  return Math.random() * SPREAD;
}
