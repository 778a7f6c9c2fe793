// Readers that never stop, of whom each answer is judged.
import { type Answer, send } from "@/scripts/test/http/client";
import type { Watched } from "@/scripts/test/http/watched";

/** Ways to ask for a page, all of which show the same to these readers. */
export interface Ways {
  urls: readonly string[];
  /** The session of somebody without special rights. */
  session: Record<string, string>;
}

export interface Judgement {
  pages: number;
  /** Answers of a server that could not answer, and broken connections. */
  failures: number;
  faults: string[];
}

const GZIP = { "accept-encoding": "gzip" };

/** Every way in which a page is read: with and without compression, with and without a session. */
function waysOf({ urls, session }: Ways): { url: string; headers: Record<string, string> }[] {
  return [{}, GZIP, session, { ...GZIP, ...session }].flatMap((headers) =>
    urls.map((url) => ({ url, headers })),
  );
}

/** Reads each page on every process at once, by another way each time, and judges what comes. */
export async function readEverywhere<Shown>(
  watched: Watched<Shown>,
  ways: Ways,
  count: number,
  judgement: Judgement,
): Promise<void> {
  const all = waysOf(ways);
  const here = ways.urls.length;
  const turn = (count % (all.length / here)) * here;
  for (const address of watched.addresses) {
    await Promise.all(
      all
        .slice(turn, turn + here)
        .map(({ url, headers }) => read(watched, `${url}${address}`, headers, judgement)),
    );
  }
}

/**
 * Reads what is watched one after the other, by every way, until told to stop.
 *
 * @param readers how many do so at once
 */
export function hammer<Shown>(
  all: readonly Watched<Shown>[],
  ways: Ways,
  readers: number,
  judgement: Judgement,
): () => Promise<unknown> {
  let going = true;
  const every = waysOf(ways);
  const reading = Array.from({ length: readers }, async (_, reader) => {
    for (let turn = reader; going; turn += 1) {
      const watched = all[turn % all.length];
      // Each reader goes through all ways for each.
      const way = every[(Math.floor(turn / all.length) + reader) % every.length];
      if (watched !== undefined && way !== undefined) {
        const address = watched.addresses[turn % watched.addresses.length];
        await read(watched, `${way.url}${address}`, way.headers, judgement);
      }
    }
  });
  return () => {
    going = false;
    return Promise.all(reading);
  };
}

async function read<Shown>(
  watched: Watched<Shown>,
  url: string,
  headers: Record<string, string>,
  judgement: Judgement,
): Promise<void> {
  const beginning = watched.begin();
  const { origin, pathname } = new URL(url);
  const page: Answer | null = await send(origin, pathname, { headers }).catch(() => null);
  judgement.pages += 1;
  const failed = page === null || page.status >= 500;
  if (failed) judgement.failures += 1;
  if (page === null) return;
  const fault = failed ? watched.leakOf(beginning, page) : watched.faultOf(beginning, page);
  if (fault !== null)
    judgement.faults.push(`${url} ${JSON.stringify(Object.keys(headers))} ${fault}`);
}
