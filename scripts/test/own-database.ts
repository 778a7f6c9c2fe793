// Runs before each file of the `db` project is loaded: a database of its own, so that files cannot
// see each other's rows and may run at the same time.
import { afterAll, inject } from "vitest";
import { copyDatabase, dropDatabase } from "@/scripts/test/databases";

const { admin, template } = inject("testDatabase");

// Named after the run, not after this worker: the worker may be gone before its database is.
const name = `${template}-${process.pid}-${Date.now()}`;
process.env.DATABASE_URL = await copyDatabase(admin, template, name);

afterAll(async () => {
  const shared = globalThis as { rejoinderDatabase?: { $disconnect(): Promise<void> } };
  await shared.rejoinderDatabase?.$disconnect();
  await dropDatabase(admin, name);
});
