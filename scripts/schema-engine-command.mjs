// The commands of Prisma's schema engine (schema-engine.mjs) that need no engine.
import pg from "pg";
import { queryOnce } from "./schema-engine-adapter.mjs";

/** Writes a line of the engine's log, as Prisma reads it. */
export function log(level, fields) {
  const timestamp = new Date().toISOString();
  const line = { timestamp, level, fields, target: "schema_engine::logger" };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

/**
 * `cli create-database` and `cli can-connect-to-database`.
 *
 * @param address of the database
 * @returns the exit code
 */
export async function runCommand(command, address) {
  log("INFO", { message: `Starting schema engine CLI (wasm) ${command}` });
  try {
    const url = new URL(address);
    const name = decodeURIComponent(url.pathname.slice(1)) || "postgres";
    const creating = command === "create-database";
    if (creating) url.pathname = "/postgres";
    await queryOnce(
      { connectionString: url.href },
      creating ? `CREATE DATABASE ${pg.escapeIdentifier(name)}` : "SELECT 1",
    );
    return 0;
  } catch (error) {
    const error_code = prismaCode(error.code);
    log("ERROR", { is_panic: false, error_code, message: error.message || String(error) });
    return 1;
  }
}

/** Prisma's code for a failed connection. */
function prismaCode(code) {
  if (code === "3D000") return "P1003"; // no such database
  if (code === "28P01" || code === "28000") return "P1000"; // wrong user or password
  if (["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT"].includes(code)) return "P1001";
  return "P1010"; // access denied
}
