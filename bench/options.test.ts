import { expect, test } from "vitest";
import { PARTS, readOptions } from "@/bench/options";

test("without options everything is measured that needs no file", () => {
  expect(readOptions([])).toEqual({ quick: false, long: false, parts: PARTS, minutes: 5 });
});

test("what is asked for is done, what is not understood is refused", () => {
  const options = readOptions([
    "--only",
    "writing,mix",
    "--workload",
    "a.json",
    "--minutes",
    "0.5",
  ]);
  expect(options).toMatchObject({ parts: ["writing", "mix"], workload: "a.json", minutes: 0.5 });
  for (const wrong of [["--only", "nothing"], ["--minutes", "x"], ["--minutes", "0"], ["--fast"]]) {
    expect(() => readOptions(wrong)).toThrow(/^Usage/);
  }
});
