// Readers that never stop, of whom each answer is judged.
import { routes } from "@/lib/routes";
import { type Answer, send } from "@/scripts/test/http/client";
import type { WatchedThread } from "@/scripts/test/http/watched-thread";

/** Ways to ask for the page of a thread, all of which show the same to these readers. */
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

/** Reads on every process at once, by another way each time, and judges what comes. */
export async function readEverywhere(
  thread: WatchedThread,
  ways: Ways,
  count: number,
  judgement: Judgement,
): Promise<void> {
  const all = waysOf(ways);
  const here = ways.urls.length;
  const turn = (count % (all.length / here)) * here;
  await Promise.all(
    all.slice(turn, turn + here).map(({ url, headers }) => read(thread, url, headers, judgement)),
  );
}

/**
 * Reads threads one after the other, by every way, until told to stop.
 *
 * @param readers how many do so at once
 */
export function hammer(
  threads: readonly WatchedThread[],
  ways: Ways,
  readers: number,
  judgement: Judgement,
): () => Promise<unknown> {
  let going = true;
  const all = waysOf(ways);
  const reading = Array.from({ length: readers }, async (_, reader) => {
    for (let turn = reader; going; turn += 1) {
      const thread = threads[turn % threads.length];
      // Each reader goes through all ways for each thread.
      const way = all[(Math.floor(turn / threads.length) + reader) % all.length];
      if (thread !== undefined && way !== undefined) {
        await read(thread, way.url, way.headers, judgement);
      }
    }
  });
  return () => {
    going = false;
    return Promise.all(reading);
  };
}

async function read(
  thread: WatchedThread,
  url: string,
  headers: Record<string, string>,
  judgement: Judgement,
): Promise<void> {
  const beginning = thread.begin();
  const page: Answer | null = await send(url, routes.thread(thread.id), { headers }).catch(
    () => null,
  );
  judgement.pages += 1;
  const failed = page === null || page.status >= 500;
  if (failed) judgement.failures += 1;
  if (page === null) return;
  const fault = failed ? thread.leakOf(beginning, page) : thread.faultOf(beginning, page);
  if (fault !== null)
    judgement.faults.push(`${url} ${JSON.stringify(Object.keys(headers))} ${fault}`);
}
