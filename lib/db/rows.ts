import type { Prisma } from "@/lib/db/generated/client";
import { readingPool } from "@/lib/db/pool";

/**
 * The rows of a statement, by plain `pg`: for those of a whole thread, which Prisma takes three times
 * as long to hand over. Outside of any transaction.
 */
export async function rowsOf<Row extends object>({ text, values }: Prisma.Sql): Promise<Row[]> {
  const { rows } = await readingPool().query<Row>(text, values);
  return rows;
}
