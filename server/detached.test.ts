import { AsyncLocalStorage } from "node:async_hooks";
import http, { type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { collectGarbage, HANGS_STORES_ON_RESOURCES } from "@/scripts/test/garbage";
import { writeDetached } from "@/server/detached";

/** Answers a request over a connection that stays open, and tells whether what it was made of is still held. */
async function isHeldAfter(prepare: (response: ServerResponse) => void): Promise<boolean> {
  const storage = new AsyncLocalStorage<object>();
  let made: WeakRef<object> | undefined;
  const server = http.createServer((_request, response) => {
    prepare(response);
    const store = { page: "long".repeat(1_000) };
    made = new WeakRef(store);
    storage.run(store, () => setImmediate(() => response.end("answered")));
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const agent = new http.Agent({ keepAlive: true });
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve, reject) => {
    const request = http.get({ host: "127.0.0.1", port, agent }, (response) => {
      response.resume().on("end", () => resolve());
    });
    request.on("error", reject);
  });
  await sleep(20);
  collectGarbage();
  const held = made?.deref() !== undefined;
  agent.destroy();
  await new Promise((resolve) => server.close(resolve));
  return held;
}

test("a connection that stays open holds nothing of what was answered over it", async () => {
  if (HANGS_STORES_ON_RESOURCES) expect(await isHeldAfter(() => {})).toBe(true);
  expect(await isHeldAfter(writeDetached)).toBe(false);
});
