// What a page weighs.
import { gzipSync } from "node:zlib";
import { fetchPage } from "@/bench/probe";

/** Bytes. */
export interface Sizes {
  raw: number;
  gzip: number;
  /** The inline scripts that bring the page's content a second time, for React. */
  flight: number;
  /** The scripts that the page loads, compressed one by one. */
  scripts: number;
}

/** Weighs the page of an address; compressed as the same gzip would, whoever serves it. */
export async function sizesOf(url: string): Promise<Sizes> {
  const { bytes } = await fetchPage(url, {});
  const html = bytes.toString("utf8");
  const flight = (html.match(/<script[^>]*>[\s\S]*?<\/script>/g) ?? [])
    .filter((script) => script.includes("self.__next_f"))
    .reduce((sum, script) => sum + Buffer.byteLength(script), 0);
  const loaded = new Set<string>();
  for (const [tag, address] of html.matchAll(/<script[^>]*\ssrc="([^"]+)"[^>]*>/g)) {
    // Browsers of today leave these aside.
    if (address !== undefined && !/\snomodule/i.test(tag)) loaded.add(address);
  }
  let scripts = 0;
  for (const address of loaded) {
    const script = await fetchPage(new URL(address, url).href, {});
    scripts += gzipSync(script.bytes).length;
  }
  return { raw: bytes.length, gzip: gzipSync(bytes).length, flight, scripts };
}
