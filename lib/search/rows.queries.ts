import { DatabaseError } from "pg";
import type { Prisma } from "@/lib/db/generated/client";
import { searchingPool } from "@/lib/db/pool";

/** A search that was given up: it took longer than one may, or waited for too many others. */
export class SearchGivenUp extends Error {
  constructor(readonly because: "too much" | "too many") {
    super(`A search was given up: ${because}.`);
  }
}

/** PostgreSQL gave a statement up (query_canceled). */
const CANCELED = "57014";

/** All that `pg` says when no connection became free in time. */
const NONE_FREE = "timeout exceeded when trying to connect";

/**
 * The rows of a search's statement. It has no name: how it is best done depends on the words in it, so
 * PostgreSQL plans it each time.
 *
 * @throws SearchGivenUp when it takes too long
 */
export async function searchRows<Row extends object>({ text, values }: Prisma.Sql): Promise<Row[]> {
  try {
    return (await searchingPool().query<Row>({ text, values })).rows;
  } catch (error) {
    if (error instanceof DatabaseError && error.code === CANCELED) {
      throw new SearchGivenUp("too much");
    }
    if (error instanceof Error && error.message === NONE_FREE) throw new SearchGivenUp("too many");
    throw error;
  }
}
