// Compression of the pages that the server puts together itself; Next.js compresses everything else.
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";

const compress = promisify(gzip);

/** What was compressed. */
export const gunzipped: (page: Buffer) => Promise<Buffer> = promisify(gunzip);

/** For a page that is sent once: most of the saving for a third of the time. */
const QUICK = 2;
/** For a page that is kept. */
const THOROUGH = 6;

/** Compresses a page for those who accept it; in another thread, so that nobody waits for it. */
export function gzipped(page: Buffer, { kept }: { kept: boolean }): Promise<Buffer> {
  return compress(page, { level: kept ? THOROUGH : QUICK });
}

/**
 * Whether a client takes gzip: named, or meant by "*", and not with the weight 0.
 *
 * @param accepted the Accept-Encoding header
 */
export function acceptsGzip(accepted: string | string[] | undefined): boolean {
  const weights = new Map(
    String(accepted ?? "")
      .split(",")
      .map((each) => {
        const [coding = "", ...parameters] = each.toLowerCase().split(";");
        const weight = parameters.find((parameter) => /^\s*q=/.test(parameter));
        return [coding.trim(), weight === undefined ? 1 : Number(weight.split("=")[1])];
      }),
  );
  return (weights.get("gzip") ?? weights.get("*") ?? 0) > 0;
}
