// Vitest's global set-up of the `db` project: the database that each test file gets a copy of.
import type { TestProject } from "vitest/node";
import { dropDatabase, joinTestServer, makeTemplate } from "@/scripts/test/databases";

declare module "vitest" {
  interface ProvidedContext {
    /** The address of the server's own database, and the name of the one to copy. */
    testDatabase: { admin: string; template: string };
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await joinTestServer();
  const admin = server.url("postgres");
  const template = await makeTemplate(server);
  project.provide("testDatabase", { admin, template });
  return async () => {
    await dropDatabase(admin, template);
    await server.leave();
  };
}
