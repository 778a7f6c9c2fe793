import { DatabaseError } from "pg";
import type { Prisma } from "@/lib/db/generated/client";
import { searchingPool } from "@/lib/db/pool";

/** A search took longer than one may. */
export class TooMuchToSearch extends Error {}

/** PostgreSQL gave a statement up (query_canceled). */
const GIVEN_UP = "57014";

/**
 * The rows of a search's statement. It has no name: how it is best done depends on the words in it, so
 * PostgreSQL plans it each time.
 *
 * @throws TooMuchToSearch when it takes too long
 */
export async function searchRows<Row extends object>({ text, values }: Prisma.Sql): Promise<Row[]> {
  try {
    return (await searchingPool().query<Row>({ text, values })).rows;
  } catch (error) {
    if (error instanceof DatabaseError && error.code === GIVEN_UP) throw new TooMuchToSearch();
    throw error;
  }
}
