import fc from "fast-check";
import { expect, test } from "vitest";
import { type FileRecord, recordsIn } from "@/lib/transfer/records";

/** The records of a file that arrives in pieces of so many bytes. */
async function read(text: string, size = 7): Promise<FileRecord[]> {
  const bytes = Buffer.from(text);
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const records: FileRecord[] = [];
  for await (const record of recordsIn(pieces())) records.push(record);
  return records;
}

test("JSON Lines come out one by one, however the file is cut up", async () => {
  const values = fc.array(fc.dictionary(fc.string({ unit: "binary" }), fc.jsonValue()), {
    maxLength: 8,
  });
  await fc.assert(
    fc.asyncProperty(values, fc.integer({ min: 1, max: 40 }), async (rows, size) => {
      const text = rows.map((row) => JSON.stringify(row)).join("\r\n");
      const expected = rows.map((row, index) => ({
        line: index + 1,
        value: JSON.parse(JSON.stringify(row)),
      }));
      expect(await read(text, size)).toEqual(expected);
    }),
    { numRuns: 40 },
  );
});

test("a bad line is named by its number, and empty lines count", async () => {
  expect(await read('{"a":1}\n\n{"b":\n{"c":3}\n')).toEqual([
    { line: 1, value: { a: 1 } },
    { line: 3, problem: "this is not JSON." },
    { line: 4, value: { c: 3 } },
  ]);
});

test("a bad first line does not swallow the lines after it", async () => {
  expect(await read('{"a":\n{"b":2}\n{"c":3}')).toEqual([
    { line: 1, problem: "this is not JSON." },
    { line: 2, value: { b: 2 } },
    { line: 3, value: { c: 3 } },
  ]);
});

test("one value over many lines is the whole file", async () => {
  const item = { id: 1, children: [{ id: 2 }] };
  expect(await read(`\ufeff${JSON.stringify(item, null, 2)}\n`)).toEqual([
    { line: 1, value: item },
  ]);
});
