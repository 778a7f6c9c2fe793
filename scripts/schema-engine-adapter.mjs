// How Prisma's schema engine (schema-engine.mjs) reaches PostgreSQL: Prisma's adapter for `pg`.
import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { parseIntoClientConfig } from "pg-connection-string";

/** One statement over a connection of its own. */
export async function queryOnce(config, sql) {
  const client = new pg.Client(config);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/**
 * The adapter, mended in three places.
 *
 * @param datasource its `url`, and `shadowDatabaseUrl` if there is one
 */
export async function adapterFactory({ url: address, shadowDatabaseUrl }) {
  const url = new URL(address || "postgresql://localhost/postgres");
  const schema = url.searchParams.get("schema") ?? undefined;
  url.searchParams.delete("schema");
  const config = parseIntoClientConfig(url.href);
  const factory = new PrismaPg(config, { schema });
  factory.connectToShadowDb = () => connectToShadow(config, schema, shadowDatabaseUrl);
  const probe = await factory.connect();
  allowCatalogueCharacters(Object.getPrototypeOf(Object.getPrototypeOf(probe)));
  sendScriptsWhole(Object.getPrototypeOf(probe));
  await probe.dispose();
  return factory;
}

/**
 * A shadow database, dropped when it is no longer needed. The adapter's own way drops it before
 * closing its pool, which fails, and takes the real database for it when given a connection string.
 */
async function connectToShadow(config, schema, shadowDatabaseUrl) {
  if (shadowDatabaseUrl) {
    return new PrismaPg(parseIntoClientConfig(shadowDatabaseUrl), { schema }).connect();
  }
  const database = `prisma_migrate_shadow_db_${randomUUID()}`;
  await queryOnce(config, `CREATE DATABASE "${database}"`);
  const adapter = await new PrismaPg({ ...config, database }, { schema }).connect();
  const dispose = adapter.dispose.bind(adapter);
  adapter.dispose = async () => {
    await dispose();
    await queryOnce(config, `DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
  };
  return adapter;
}

/**
 * Has PostgreSQL find the ends of a migration's statements. The adapter cuts at every semicolon, those
 * in comments and in the bodies of functions too.
 */
function sendScriptsWhole(adapter) {
  adapter.executeScript = async function (script) {
    try {
      await this.client.query(script);
    } catch (error) {
      this.onError(error);
    }
  };
}

/** PostgreSQL's type "char", in catalogues only: the adapter refuses it, the engine awaits it. */
const CHAR_OID = 18;
const TEXT_OID = 25;

/** Has the adapter read "char" as text, and afterwards call it a character again. */
function allowCatalogueCharacters(adapter) {
  const { performIO, queryRaw } = adapter;
  const characters = new WeakMap();
  adapter.performIO = async function (query) {
    const result = await performIO.call(this, query);
    const flags = (result.fields ?? []).map((field) => {
      const isCharacter = field.dataTypeID === CHAR_OID;
      if (isCharacter) field.dataTypeID = TEXT_OID;
      return isCharacter;
    });
    characters.set(query, flags);
    return result;
  };
  adapter.queryRaw = async function (query) {
    const result = await queryRaw.call(this, query);
    const flags = characters.get(query) ?? [];
    const columnTypes = result.columnTypes.map((type, index) =>
      flags[index] ? ColumnTypeEnum.Character : type,
    );
    return { ...result, columnTypes };
  };
}
