import { expect, test } from "vitest";
import { acceptsGzip } from "@/server/gzip";
import { scriptHashes } from "@/server/kept-pages";

test("exactly the inline scripts of a page get a hash", () => {
  const page = Buffer.from('<script src="/a.js"></script><script id="_R_">one()</script><p>x</p>');
  // printf 'one()' | openssl dgst -sha256 -binary | base64
  expect(scriptHashes(page)).toEqual(["'sha256-HR7iaask9daLMRRskMI++QeJtjWDOjyPA6lGzYGzKW4='"]);
});

test("compressed bytes go to those alone who take them", () => {
  for (const yes of ["gzip", "br, gzip;q=0.5", "GZIP", "*", "deflate, gzip ; q=1"]) {
    expect(acceptsGzip(yes), yes).toBe(true);
  }
  for (const no of [undefined, "", "identity", "br", "gzip;q=0", "gzip; q=0.0, *;q=0", "xgzipx"]) {
    expect(acceptsGzip(no), String(no)).toBe(false);
  }
});
