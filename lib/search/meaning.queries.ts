import { collidingUsernameKey, usernameKey } from "@/lib/accounts/username";
import { Prisma } from "@/lib/db/generated/client";
import type { Viewer } from "@/lib/policy/viewer";
import { hasWords, type SearchQuery, type SearchWords } from "@/lib/search/query";
import { searchRows } from "@/lib/search/rows.queries";

/** A search with the names in it looked up, and its words as PostgreSQL compares them. */
export interface Meaning {
  query: SearchQuery;
  /** As text of a tsquery; empty where nothing is left to compare. */
  own: string;
  quoted: string;
  boardIds: number[];
  authorIds: number[];
  quotedIds: number[];
  /** Names that are nobody's, and boards that there are not. */
  unknown: { boards: string[]; people: string[] };
}

interface MeaningRow {
  own: string;
  quoted: string;
  boards: { id: number; slug: string }[] | null;
  people: { id: number; key: string }[] | null;
}

/** Looks up what a search names, in one query. */
export async function meaningOf(viewer: Viewer, query: SearchQuery): Promise<Meaning> {
  const names = [...query.authors, ...query.quotes].filter((name) => name !== "me");
  const keys = names.flatMap((name) => [usernameKey(name), collidingUsernameKey(name)]);
  const [row] = await searchRows<MeaningRow>(Prisma.sql`
    SELECT ${comparable(query.own)} AS own, ${comparable(query.quoted)} AS quoted,
           (SELECT json_agg(json_build_object('id', b.id, 'slug', b.slug))
              FROM boards b WHERE b.slug = ANY(${query.boards}::text[])) AS boards,
           (SELECT json_agg(json_build_object('id', u.id, 'key', u.username_key))
              FROM users u WHERE u.username_key = ANY(${keys}::text[])) AS people`);
  const boards = new Map((row?.boards ?? []).map(({ id, slug }) => [slug, id]));
  const people = new Map((row?.people ?? []).map(({ id, key }) => [key, id]));
  const personOf = (name: string) => {
    if (name === "me") return viewer.signedIn ? viewer.id : undefined;
    return people.get(usernameKey(name)) ?? people.get(collidingUsernameKey(name));
  };
  const known = (ids: (number | undefined)[]) => ids.filter((id) => id !== undefined);
  return {
    query,
    own: row?.own ?? "",
    quoted: row?.quoted ?? "",
    boardIds: known(query.boards.map((slug) => boards.get(slug))),
    authorIds: known(query.authors.map(personOf)),
    quotedIds: known(query.quotes.map(personOf)),
    unknown: {
      boards: query.boards.filter((slug) => !boards.has(slug)),
      people: [...query.authors, ...query.quotes].filter((name) => personOf(name) === undefined),
    },
  };
}

function comparable(words: SearchWords): Prisma.Sql {
  if (!hasWords(words) && words.without.length === 0) return Prisma.sql`''`;
  return Prisma.sql`forum_query(${words.words.join(" ")}, ${words.phrases}::text[],
                                ${words.prefixes}::text[], ${words.without}::text[])::text`;
}
