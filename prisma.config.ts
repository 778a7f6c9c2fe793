import path from "node:path";
import { defineConfig } from "prisma/config";

// Prisma's own schema engine is downloaded at install time; ours runs the build that npm ships
// (docs/decisions/0002-prisma-without-download.md). An engine named from outside wins.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.resolve("scripts/schema-engine.mjs");

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "" },
});
