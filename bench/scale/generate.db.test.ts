import { beforeAll, expect, test } from "vitest";
import { generate } from "@/bench/scale/generate";
import { nameOfPerson, tokenOfPerson } from "@/bench/scale/people";
import { CYCLE } from "@/bench/scale/shape";
import { sessionByTokenHash } from "@/lib/accounts/queries";
import { hashToken } from "@/lib/accounts/token";
import { db } from "@/lib/db/client";
import { brokenInvariants } from "@/scripts/test/invariants";

beforeAll(async () => {
  await generate(process.env.DATABASE_URL ?? "", CYCLE);
});

test("what is measured is a forum as it could have come about: every invariant holds", async () => {
  expect(await db().post.count()).toBe(CYCLE);
  expect((await brokenInvariants()).slice(0, 5)).toEqual([]);
});

test("every row refers to rows that are there", async () => {
  const references = await db().$queryRaw<{ name: string; table: string }[]>`
    SELECT conname AS name, conrelid::regclass::text AS table FROM pg_constraint
     WHERE contype = 'f' AND connamespace = 'public'::regnamespace`;
  expect(references.length).toBeGreaterThan(10);
  for (const { name, table } of references) {
    // Told to be unchecked first, a reference is checked against all rows.
    await db().$executeRawUnsafe(
      `UPDATE pg_constraint SET convalidated = false WHERE conname = '${name}'`,
    );
    await db().$executeRawUnsafe(`ALTER TABLE "${table}" VALIDATE CONSTRAINT "${name}"`);
  }
});

test("its people are signed in by the tokens that the measurement sends", async () => {
  const session = await sessionByTokenHash(hashToken(tokenOfPerson(17)), new Date());
  expect(session?.member.username).toBe(nameOfPerson(17));
});
