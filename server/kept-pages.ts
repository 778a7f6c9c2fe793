// Pages as everybody sees them who is signed out, kept in memory: of threads, and lists of them. One is
// sent only after the database has said, for this very request, that the thread, or the forum, is still
// in the state in which it was when the page was made: so a write that was answered is seen by the next
// request, in every process, and what was hidden is gone (docs/decisions/0010-pages-kept-in-memory.md).
import { createHash } from "node:crypto";
import type { IncomingMessage, OutgoingHttpHeader } from "node:http";
import { LRUCache } from "lru-cache";
import { Eventual } from "@/lib/eventual";
import { forumVersion, threadVersion } from "@/lib/versions/queries";
import { gzipped } from "@/server/gzip";
import type { Origin } from "@/server/headers";
import { keepableAddress } from "@/server/keepable";

/** Bytes of all pages that are kept. */
const KEPT_SIZE = 24_000_000;

export interface KeptPage {
  body: Buffer;
  headers: readonly (readonly [string, OutgoingHttpHeader])[];
  zipped(): Promise<Buffer>;
}

interface Entry {
  /** The state that the thread, or the forum, was in before the page was made. */
  version: string;
  /** Null if it turned out not to be for everybody. */
  page: Eventual<KeptPage | null>;
}

/** The pages kept by this process. */
export class KeptPages {
  readonly #entries = new LRUCache<string, Entry>({ maxSize: KEPT_SIZE });

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
    const page = entry?.version === version ? await entry.page.get() : null;
    return page === null ? { making: this.#making(name, version) } : { page };
  }

  #making(name: string, version: string): Making {
    const { promise, resolve } = deferred<KeptPage | null>();
    const entry = { version, page: new Eventual(promise) };
    this.#entries.set(name, entry, { size: 1 });
    let settled = false;
    const settle = (page: KeptPage | null, keepFor = 0) => {
      if (settled) return;
      settled = true;
      resolve(page);
      // Another state, or another reader's try, may have taken the place meanwhile.
      if (this.#entries.peek(name) !== entry) return;
      // Twice the size, for the compressed bytes. What is larger than all there is room for is dropped.
      if (page === null) this.#entries.delete(name);
      else this.#entries.set(name, entry, { size: 2 * page.body.length, ttl: keepFor });
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

export function keptPage(body: Buffer, headers: KeptPage["headers"]): KeptPage {
  let zipped: Eventual<Buffer> | undefined;
  return {
    body,
    headers,
    zipped: () => {
      zipped ??= new Eventual(gzipped(body, { kept: true }));
      return zipped.get();
    },
  };
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
