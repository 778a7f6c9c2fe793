import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ICONS } from "@/scripts/icons";

test("the icons are those of app/icon.svg, in the sizes that the manifest says", () => {
  for (const [file, draw] of Object.entries(ICONS)) {
    const picture = readFileSync(file);
    expect(picture.equals(draw()), file).toBe(true);
    const [, size] = /(\d+)\.png$/.exec(file) ?? [undefined, "180"];
    expect(picture.readUInt32BE(16), file).toBe(Number(size));
  }
});
