import type { OutgoingHttpHeader } from "node:http";
import { gunzipped, gzipped } from "@/server/gzip";

/**
 * A page that is kept: as it was made until somebody takes it compressed, as nearly everybody does, and
 * from then on compressed alone, in a seventh of the memory. Who wants it plain after that has it unpacked.
 */
export class KeptPage {
  readonly headers: readonly (readonly [string, OutgoingHttpHeader])[];
  /** Told when it weighs less. */
  onZipped: () => void = () => {};
  #held: { plain: Buffer } | { zipped: Buffer };
  #zipping: Promise<Buffer> | undefined;
  #unzipping: Promise<Buffer> | undefined;
  #unzipped: WeakRef<Buffer> | undefined;

  constructor(plain: Buffer, headers: KeptPage["headers"]) {
    this.#held = { plain };
    this.headers = headers;
  }

  /** What it weighs now, bytes. */
  get size(): number {
    return "plain" in this.#held ? this.#held.plain.length : this.#held.zipped.length;
  }

  /** One for all who are sent it at the same time, however slowly they take it. */
  async plain(): Promise<Buffer> {
    if ("plain" in this.#held) return this.#held.plain;
    const known = this.#unzipped?.deref();
    if (known !== undefined) return known;
    this.#unzipping ??= this.#unzip(this.#held.zipped);
    return this.#unzipping;
  }

  /** Compressed once, however many ask. */
  async zipped(): Promise<Buffer> {
    if ("zipped" in this.#held) return this.#held.zipped;
    this.#zipping ??= this.#zip(this.#held.plain);
    return this.#zipping;
  }

  async #zip(plain: Buffer): Promise<Buffer> {
    try {
      // A copy: zlib hands out a part of a larger buffer.
      const zipped = Buffer.from(await gzipped(plain, { kept: true }));
      this.#held = { zipped };
      this.onZipped();
      return zipped;
    } finally {
      // Not kept: lib/eventual.ts says why.
      this.#zipping = undefined;
    }
  }

  async #unzip(zipped: Buffer): Promise<Buffer> {
    try {
      const plain = await gunzipped(zipped);
      this.#unzipped = new WeakRef(plain);
      return plain;
    } finally {
      this.#unzipping = undefined;
    }
  }
}
