import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { KeptPage } from "@/server/kept-page";

const PAGE = Buffer.from("<p>The same words again and again.</p>".repeat(500));

test("all who ask at once, plain or compressed, before and after, get the same page", async () => {
  const page = new KeptPage(PAGE, []);
  expect(await page.plain()).toEqual(PAGE);
  const asked = [page.zipped(), page.plain(), page.zipped(), page.zipped()] as const;
  const [first, plain, ...others] = await Promise.all(asked);
  expect(plain).toEqual(PAGE);
  expect(gunzipSync(first)).toEqual(PAGE);
  for (const other of others) expect(other).toBe(first);
  expect(await page.zipped()).toBe(first);
  expect(await page.plain()).toEqual(PAGE);
});

test("unpacked, it is one for all to whom it is being sent", async () => {
  const page = new KeptPage(PAGE, []);
  await page.zipped();
  const [one, another] = await Promise.all([page.plain(), page.plain()]);
  expect(another).toBe(one);
  expect(await page.plain()).toBe(one);
});

test("taken compressed, it weighs what the compressed bytes do, and says so once", async () => {
  const page = new KeptPage(PAGE, []);
  const sizes: number[] = [];
  page.onZipped = () => sizes.push(page.size);
  expect(page.size).toBe(PAGE.length);
  const [zipped] = await Promise.all([page.zipped(), page.zipped()]);
  await page.plain();
  expect(sizes).toEqual([zipped.length]);
  expect(page.size).toBeLessThan(PAGE.length / 7);
});
