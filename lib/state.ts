/** A row whose state is one text: equal texts, equal rows. */
export interface WithState {
  id: number;
  state: string;
}

/** The state of several rows together: the same as `statesOf` in lib/db/rows.ts makes of them in SQL. */
export function stateOf(rows: readonly WithState[]): string {
  return [...rows]
    .sort((a, b) => a.id - b.id)
    .map(({ state }) => state)
    .join(",");
}
