/** As what somebody is told of an action. */
export type StatementRole = "author" | "quoter" | "person";

/** Somebody who is told. */
export interface Concerned {
  userId: number;
  role: StatementRole;
}

/** So many unread statements are counted; beyond them it is "more". */
export const COUNTED_STATEMENTS = 9;
