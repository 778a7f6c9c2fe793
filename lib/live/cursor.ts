/**
 * What a reader has seen of the forum's writes: a snapshot of PostgreSQL as pg_current_snapshot() says
 * it, "xmin:xmax:running,running". Numbers of transactions are given out in the order in which those
 * begin, not in which they end; so "everything after number n" would miss what began early and ended
 * late, and a snapshot misses nothing.
 */
export interface Cursor {
  /** Every transaction before this one is seen. */
  seenBefore: bigint;
  /** None from this one on is. */
  unseenFrom: bigint;
  /** Those between the two that were still running. */
  running: ReadonlySet<bigint>;
}

const FORM = /^(\d{1,20}):(\d{1,20}):((?:\d{1,20}(?:,\d{1,20})*)?)$/;

/** Longer than what a busy forum makes; nobody else's is worth reading. */
export const CURSOR_LENGTH = 4_000;

/** @returns null where the text is no snapshot */
export function parseCursor(text: string): Cursor | null {
  const [, low, high, between] = (text.length <= CURSOR_LENGTH && FORM.exec(text)) || [];
  if (low === undefined || high === undefined || between === undefined) return null;
  const cursor = {
    seenBefore: BigInt(low),
    unseenFrom: BigInt(high),
    running: new Set(between === "" ? [] : between.split(",").map(BigInt)),
  };
  return cursor.seenBefore <= cursor.unseenFrom ? cursor : null;
}

/** Whether what a transaction wrote was seen. */
export function hasSeen({ seenBefore, unseenFrom, running }: Cursor, version: bigint): boolean {
  if (version < seenBefore) return true;
  return version < unseenFrom && !running.has(version);
}
