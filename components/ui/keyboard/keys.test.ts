import { expect, test } from "vitest";
import { KEYS, type Press, verbOf } from "@/components/ui/keyboard/keys";

const press = (key: string, more: Partial<Press> = {}): Press => ({
  ...{ key, ctrlKey: false, metaKey: false, altKey: false },
  ...{ isComposing: false, defaultPrevented: false, repeat: false, ...more },
});

test("a key alone means one thing, and with a modifier nothing", () => {
  for (const { key, does } of KEYS) {
    expect(verbOf(press(key))).toBe(does);
    for (const more of ["ctrlKey", "metaKey", "altKey", "isComposing", "defaultPrevented"])
      expect(verbOf(press(key, { [more]: true }))).toBeNull();
  }
  expect(new Set(KEYS.map(({ key }) => key)).size).toBe(KEYS.length);
});

test("capitals and every other key are left to the browser", () => {
  for (const key of ["J", "K", "Enter", "Escape", "Tab", " ", "ArrowDown", "x", "Dead"])
    expect(verbOf(press(key))).toBeNull();
});

test("a key that is held down moves on, and votes, answers or loads no second time", () => {
  const goesOn = KEYS.filter(({ key }) => verbOf(press(key, { repeat: true })) !== null);
  expect(goesOn.map(({ does }) => does)).toEqual(["next", "previous", "parent"]);
});
