import { expect, test } from "vitest";
import { debate } from "@/bench/seed/debate";

test("a debate to measure on is the same each time, and of the kind the figures speak of", () => {
  const { posts } = debate(1000);
  expect(debate(1000).posts).toEqual(posts);
  const bodies = posts.map(({ revisions }) => revisions[0]?.body ?? "");
  const characters = bodies.reduce((sum, body) => sum + body.length, 0) / bodies.length;
  expect(characters).toBeGreaterThan(410);
  expect(characters).toBeLessThan(450);
  const quoting = bodies.filter((body) => body.startsWith("> ")).length;
  expect(quoting).toBeGreaterThan(300);
  expect(quoting).toBeLessThan(370);
});
