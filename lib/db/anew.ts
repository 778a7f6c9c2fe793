/**
 * Thrown inside a transaction that waited for a lock and then found that what it wanted is under
 * another one by now. Taking that one too could make two of them wait in a circle, so it gives back
 * all locks and begins anew.
 */
export class BeginAnew extends Error {}

/** Threads are merged by hand: to be too late more than a few times in a row is not by chance. */
const MOST_BEGINNINGS = 10;

/** Runs a transaction, as often as it asks to begin anew. */
export async function beginningAnew<Value>(run: () => Promise<Value>): Promise<Value> {
  for (let beginning = 1; ; beginning += 1) {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof BeginAnew) || beginning === MOST_BEGINNINGS) throw error;
    }
  }
}
