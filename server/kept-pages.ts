// Pages as everybody sees them who is signed out, kept in memory: of threads, and lists of them. One is
// sent only after the database has said, for this very request, that the thread, or the forum, is still
// in the state in which it was when the page was made: so a write that was answered is seen by the next
// request, in every process, and what was hidden is gone (docs/decisions/0010-pages-kept-in-memory.md).
import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { BoundedCache } from "@/lib/bounded-cache";
import { forumVersion, threadVersion } from "@/lib/versions/queries";
import type { Origin } from "@/server/headers";
import { keepableAddress } from "@/server/keepable-address";
import type { KeptPage } from "@/server/kept-page";

/** Bytes of all pages that are kept. */
const KEPT_SIZE = 16_000_000;

/** What one takes beside its own bytes: its name, headers, objects. */
const BESIDE = 3_000;

interface Entry {
  /** The state that the thread, or the forum, was in before the page was made. */
  version: string;
  /** Null if it turned out not to be for everybody. */
  page: Promise<KeptPage | null>;
}

/** The pages kept by this process. */
export class KeptPages {
  readonly #entries = new BoundedCache<string, Entry>(KEPT_SIZE);

  /**
   * The page that a request asks for, if there is one of the present state; or else the chance to make
   * it, for which others who ask meanwhile wait. Null for requests of anything else.
   */
  async findFor(request: IncomingMessage, { protocol, host }: Origin): Promise<Found | null> {
    const address = keepableAddress(request);
    if (address === null) return null;
    // A page says where it is, so that it is another page for each name that the forum is reached by.
    const name = `${protocol}://${host}${address.name}`;
    const { threadId } = address;
    const version = await (threadId === null ? forumVersion() : threadVersion(threadId));
    const entry = this.#entries.get(name);
    const page = entry?.version === version ? await entry.page : null;
    if (page !== null) return { page };
    // The answer to HEAD has no page in it that could be kept.
    return request.method === "HEAD" ? null : { making: this.#making(name, version) };
  }

  #making(name: string, version: string): Making {
    const { promise, resolve } = deferred<KeptPage | null>();
    const entry = { version, page: promise };
    this.#entries.enter(name, entry);
    let settled = false;
    const settle = (page: KeptPage | null, keepFor?: number) => {
      if (settled) return;
      settled = true;
      resolve(page);
      if (page === null) return this.#entries.drop(name, entry);
      const weigh = (time?: number) => this.#entries.weigh(name, entry, page.size + BESIDE, time);
      weigh(keepFor);
      page.onZipped = weigh;
    };
    return { keep: settle, giveUp: () => settle(null) };
  }
}

export type Found = { page: KeptPage; making?: never } | { page?: never; making: Making };

/** A page that is being made. One of the two must be called. */
export interface Making {
  /** @param keepFor milliseconds, more than none */
  keep(page: KeptPage, keepFor: number): void;
  /** It is not for everybody, or it failed. After `keep` it does nothing. */
  giveUp(): void;
}

/**
 * The hashes by which a policy lets exactly the inline scripts of a page run.
 *
 * @param shell the page without what people wrote, of which no script may ever run
 */
export function scriptHashes(shell: Buffer): string[] {
  const scripts = shell
    .toString("utf8")
    .matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g);
  return [...scripts].map(([, script = ""]) => {
    return `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
  });
}

function deferred<Value>() {
  let resolve: (value: Value) => void = () => {};
  const promise = new Promise<Value>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
