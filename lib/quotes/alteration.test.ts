import { expect, it } from "vitest";
import { alteration } from "./alteration";

const shown = (source: string, exact: string) =>
  alteration(source, exact)
    .map(({ kind, text }) =>
      kind === "same" ? text : kind === "added" ? `+${text}+` : `-${text}-`,
    )
    .join("");

it("shows the words that were changed", () => {
  expect(shown("Tea is fine, and milk is not.", "Tea is good, and milk is not.")).toBe(
    "Tea is -fine-+good+, and milk is not.",
  );
});

it("regards neither typographic signs nor case nor how lines are wrapped", () => {
  expect(shown('I haven\'t "tried" it\nyet, ever.', "i haven’t “tried” it yet, never.")).toBe(
    "i haven’t “tried” it yet, -ever-+never+.",
  );
});

it("tells one sign from another", () => {
  expect(shown("a * b", "a ~ b")).toBe("a -*-+~+ b");
});
