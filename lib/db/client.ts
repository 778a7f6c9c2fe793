import { PrismaPg } from "@prisma/adapter-pg";
import { DatabaseError } from "pg";
import { beginningAnew } from "@/lib/db/anew";
import { Prisma, PrismaClient } from "@/lib/db/generated/client";
import { env } from "@/lib/env";

// Next.js loads a module anew on each change while developing, and once per bundle when built:
// the one client of the process is therefore kept on globalThis.
const shared = globalThis as { rejoinderDatabase?: PrismaClient };

/** The one Prisma client of this process. */
export function db(): PrismaClient {
  shared.rejoinderDatabase ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: env().DATABASE_URL,
      max: env().REJOINDER_DATABASE_POOL,
    }),
  });
  return shared.rejoinderDatabase;
}

/** A client inside a transaction; reads and writes that belong together take it as first argument. */
export type Transaction = Omit<
  PrismaClient,
  "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends" | "$use"
>;

/**
 * The least that a transaction can do: SQL by tagged templates, whose values travel beside it. Work
 * that asks for no more runs inside Prisma's transactions and inside those of lib/db/plain.ts.
 */
export interface Statements {
  $queryRaw<Rows = unknown>(sql: TemplateStringsArray, ...values: unknown[]): Promise<Rows>;
  /** @returns how many rows were changed */
  $executeRaw(sql: TemplateStringsArray, ...values: unknown[]): Promise<number>;
}

/** How long a write may wait for a connection, and run, before it is given up (milliseconds). */
const TRANSACTION_LIMITS = { maxWait: 15_000, timeout: 30_000 };

/**
 * Runs `work` in one transaction: all of it happens, or nothing.
 *
 * @param timeout milliseconds, for work that is known to take long
 */
export function inTransaction<Value>(
  work: (tx: Transaction) => Promise<Value>,
  timeout = TRANSACTION_LIMITS.timeout,
): Promise<Value> {
  return beginningAnew(() => db().$transaction(work, { ...TRANSACTION_LIMITS, timeout }));
}

/** Whether an error says that a unique constraint was violated: somebody else was first. */
export function isUniqueViolation(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientKnownRequestError) return error.code === "P2002";
  return error instanceof DatabaseError && error.code === "23505";
}

/** Whether somebody else's write got in the way, so that the same work may succeed if tried again. */
export function isTransientConflict(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  // P2034: a deadlock or a serialisation failure, as 40P01 and 40001 are in raw queries (P2010).
  const inRawQuery = error.code === "P2010" && /\b(40P01|40001)\b/.test(JSON.stringify(error.meta));
  return isUniqueViolation(error) || error.code === "P2034" || inRawQuery;
}
