/** Where a page of a sorted list ended: the sorted value of its last row, and the row's id. */
export interface Cursor {
  value: number | Date;
  id: number;
}

const TIMES = new Set(["createdAt", "lastPostAt"]);

/** A cursor as text for an address; times are milliseconds since 1970. */
export function cursorOf(value: number | Date, id: number): string {
  return `${value instanceof Date ? value.getTime() : value}_${id}`;
}

/**
 * Reads a cursor from an address.
 *
 * @param column what the list is sorted by; tells a time from a number
 * @returns null for anything that is not one: the list then starts at its beginning
 */
export function parseCursor(text: string | undefined, column: string): Cursor | null {
  const match = /^(-?\d+(?:\.\d+)?(?:e[-+]?\d+)?)_(\d{1,10})$/.exec(text ?? "");
  if (match === null) return null;
  const value = Number(match[1]);
  const id = Number(match[2]);
  if (!Number.isFinite(value) || id > 2_147_483_647) return null;
  if (TIMES.has(column)) {
    const time = new Date(value);
    return Number.isNaN(time.getTime()) || value < 0 ? null : { value: time, id };
  }
  if (column === "score" && (!Number.isInteger(value) || Math.abs(value) > 2_147_483_647))
    return null;
  return { value, id };
}
