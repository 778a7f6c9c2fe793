import { expect, test } from "vitest";
import { keptFeed, type MadeFeed } from "@/lib/feeds/kept";

const FEED: MadeFeed = { body: "<feed/>", newest: null };

test("a feed is made once for all who ask for the same state, and anew for another", async () => {
  let made = 0;
  const make = async () => {
    made += 1;
    return FEED;
  };
  await Promise.all(["one", "one", "one"].map((key) => keptFeed(key, make)));
  expect(made).toBe(1);
  await keptFeed("another", make);
  await keptFeed("one", make);
  expect(made).toBe(2);
});

test("a failure is not kept", async () => {
  const fails = () => Promise.reject(new Error("The database is away."));
  await expect(keptFeed("failing", fails)).rejects.toThrow("away");
  expect(await keptFeed("failing", async () => FEED)).toBe(FEED);
});
