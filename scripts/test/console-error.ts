// A console.error fails the test during which it was written: React and our own code use it for
// things that are wrong. A test that expects one replaces it with a spy of its own.
import { afterEach, expect } from "vitest";

let written: string[] = [];

console.error = (...values: unknown[]) => {
  written.push(values.map((value) => (value instanceof Error ? value.stack : value)).join(" "));
};

afterEach(() => {
  const all = written;
  written = [];
  expect(all, "console.error was called").toEqual([]);
});
