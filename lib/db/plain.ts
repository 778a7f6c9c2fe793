import { beginningAnew } from "@/lib/db/anew";
import type { Statements } from "@/lib/db/client";
import { writingPool } from "@/lib/db/pool";
import { statementName } from "@/lib/db/statement";

/**
 * Runs `work` in one transaction without Prisma: all of it happens, or nothing. For what is written
 * most often, votes and replies, of which Prisma makes several times the work.
 */
export function inPlainTransaction<Value>(
  work: (tx: Statements) => Promise<Value>,
): Promise<Value> {
  return beginningAnew(() => once(work));
}

async function once<Value>(work: (tx: Statements) => Promise<Value>): Promise<Value> {
  const client = await writingPool().connect();
  const send = (sql: TemplateStringsArray, values: unknown[]) =>
    client.query({ ...statementOf(sql), values });
  let broken: Error | undefined;
  try {
    await client.query("BEGIN");
    const value = await work({
      $queryRaw: async <Rows>(sql: TemplateStringsArray, ...values: unknown[]) =>
        (await send(sql, values)).rows as Rows,
      $executeRaw: async (sql, ...values) => (await send(sql, values)).rowCount ?? 0,
    });
    await client.query("COMMIT");
    return value;
  } catch (error) {
    await client.query("ROLLBACK").catch((failed) => {
      broken = failed;
    });
    throw error;
  } finally {
    // A connection on which not even that succeeded is not used again.
    client.release(broken);
  }
}

/** Named, so that PostgreSQL reads and plans it once for each connection. */
interface Statement {
  name: string;
  text: string;
}

const statements = new WeakMap<TemplateStringsArray, Statement>();

function statementOf(sql: TemplateStringsArray): Statement {
  const known = statements.get(sql);
  if (known !== undefined) return known;
  const text = sql.reduce((before, part, index) => `${before}$${index}${part}`);
  const made = { name: statementName(text), text };
  statements.set(sql, made);
  return made;
}
