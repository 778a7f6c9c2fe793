import { db, inTransaction } from "@/lib/db/client";
import { findRelated } from "@/lib/related/commands";
import { gatherWords } from "@/lib/search/words.commands";

/** Texts taken up in one transaction. */
const AT_ONCE = 200;

/** Texts of transactions that ended late may have smaller ids than those of others: so many are read again. */
const OVERLAP = 20;

/** Where the last time ended: the id of a text. */
const PLACE = "search-caught-up";

/**
 * Does for new and edited posts what need not be done while somebody waits: words for suggestions, and
 * the threads related to those that were opened or whose opening post changed. Every change of a text
 * makes a text of a greater id, so where the last time ended is all there is to remember. Broken off, it
 * goes on there; done twice, it changes nothing more.
 */
export async function catchUp(): Promise<void> {
  for (let place = await lastPlace(); ; ) {
    const next = await texts(place);
    if (next.last <= place) return;
    await inTransaction((tx) => gatherWords(tx, next));
    for (const threadId of next.threads) await findRelated(threadId);
    await remember(next.last);
    place = next.last;
  }
}

async function lastPlace(): Promise<number> {
  const setting = await db().setting.findUnique({ where: { key: PLACE } });
  return Number(setting?.value ?? 0);
}

async function remember(place: number): Promise<void> {
  const value = String(place);
  await db().setting.upsert({
    where: { key: PLACE },
    create: { key: PLACE, value },
    update: { value },
  });
}

async function texts(place: number): Promise<{ first: number; last: number; threads: number[] }> {
  const [found] = await db().$queryRaw<{ last: number | null }[]>`
    SELECT max(id) AS last FROM (SELECT id FROM search_texts WHERE id > ${place} ORDER BY id LIMIT ${AT_ONCE}) AS t`;
  const first = Math.max(0, place - OVERLAP);
  const last = found?.last ?? place;
  const rows = await db().$queryRaw<{ id: number }[]>`
    SELECT DISTINCT s.thread_id AS id FROM search_texts t JOIN search_posts s ON s.text_id = t.id
     WHERE t.id BETWEEN ${first} AND ${last} AND s.opening AND s.open ORDER BY 1`;
  return { first, last, threads: rows.map(({ id }) => id) };
}
