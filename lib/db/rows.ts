import { Prisma } from "@/lib/db/generated/client";
import { readingPool } from "@/lib/db/pool";
import { statementName } from "@/lib/db/statement";

/**
 * The rows of a statement, by plain `pg`: for those of a whole thread, which Prisma takes three times
 * as long to hand over. Outside of any transaction.
 */
export async function rowsOf<Row extends object>({ text, values }: Prisma.Sql): Promise<Row[]> {
  const { rows } = await readingPool().query<Row>({ name: statementName(text), text, values });
  return rows;
}

/**
 * The statement with one more column: a row's state, a short text that is equal for equal rows. The
 * rows keep the statement's order, as nothing sorts or joins them any more.
 */
export function withStates(statement: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT found.*, md5(found::text) AS state FROM (${statement}) AS found`;
}

/**
 * The states of a statement's rows without the rows, so that only those that changed need be read
 * again: of those that have the same key together, joined in the order of their ids as `stateOf` joins.
 *
 * @param key the column that groups the rows
 */
export async function statesOf(
  statement: Prisma.Sql,
  key: Prisma.Sql,
): Promise<Map<number, string>> {
  const rows = await rowsOf<{ key: number; state: string }>(Prisma.sql`
    SELECT ${key} AS key, string_agg(md5(found::text), ',' ORDER BY found.id) AS state
      FROM (${statement}) AS found GROUP BY 1`);
  return new Map(rows.map(({ key: id, state }) => [id, state]));
}
