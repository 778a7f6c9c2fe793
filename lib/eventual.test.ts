import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { Eventual } from "@/lib/eventual";
import { collectGarbage, HANGS_STORES_ON_RESOURCES } from "@/scripts/test/garbage";

/** Has a value made within a request, which ends, and tells whether what is kept holds the request. */
async function holdsTheRequest(keep: (coming: Promise<string>) => object): Promise<boolean> {
  const requests = new AsyncLocalStorage<object>();
  const { kept, request } = await (async () => {
    const request = { response: "long".repeat(1_000) };
    const coming = requests.run(request, async () => {
      await sleep(1);
      return "made";
    });
    // In a list, for what an async function returns is waited for.
    const kept = [keep(coming)];
    await coming;
    return { kept, request: new WeakRef(request) };
  })();
  await sleep(20);
  collectGarbage();
  const held = request.deref() !== undefined;
  expect(kept).toHaveLength(1);
  return held;
}

test("what is kept holds nothing of the request that made it, as a promise does", async () => {
  if (HANGS_STORES_ON_RESOURCES) expect(await holdsTheRequest((coming) => coming)).toBe(true);
  expect(await holdsTheRequest((coming) => new Eventual(coming))).toBe(false);
});

test("all who ask get the value, before it is there and after", async () => {
  let make: (value: number) => void = () => {};
  const eventual = new Eventual(
    new Promise<number>((resolve) => {
      make = resolve;
    }),
  );
  const early = [eventual.get(), eventual.get()];
  make(7);
  expect(await Promise.all([...early, eventual.get()])).toEqual([7, 7, 7]);
});

test("a failure is told to whoever asks, each time", async () => {
  const eventual = new Eventual(Promise.reject(new Error("no")));
  await expect(eventual.get()).rejects.toThrow("no");
  await expect(eventual.get()).rejects.toThrow("no");
});
