import fc from "fast-check";
import { expect, test } from "vitest";
import { addressGroup } from "@/lib/accounts/client-address";

test.each([
  ["203.0.113.7", "203.0.113.7"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:0DB8:0001:0002::9", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["local", "local"],
])("%s is counted as %s", (address, group) => {
  expect(addressGroup(address)).toBe(group);
});

test("every address of a /64 is one group, and anything at all gets one", () => {
  const ends = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(ends, (groups) => {
      const end = groups.map((group) => group.toString(16)).join(":");
      expect(addressGroup(`2001:db8:7:8:${end}`)).toBe("2001:db8:7:8::/64");
    }),
  );
  fc.assert(fc.property(fc.string(), (text) => typeof addressGroup(text) === "string"));
});
