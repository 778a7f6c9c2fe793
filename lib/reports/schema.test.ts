import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { parseForm } from "@/lib/form";
import { reportForm } from "@/lib/reports/schema";

const form = (fields: Record<string, string>) => {
  const data = new FormData();
  data.set("post", "7");
  data.set("formKey", randomUUID());
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return parseForm(reportForm, data);
};

const ILLEGAL = {
  about: "illegal",
  explanation: "It names a private person's home address.",
  address: "https://forum.example.org/p/7",
  name: "Ada Lovelace",
  email: "ada@example.org",
  goodFaith: "yes",
};

const without = (...names: (keyof typeof ILLEGAL)[]) =>
  Object.fromEntries(
    Object.entries(ILLEGAL).filter(([name]) => !names.includes(name as keyof typeof ILLEGAL)),
  );

describe("a report form", () => {
  test("by a rule needs nothing but the rule", () => {
    expect(form({ about: "rule-3" })).toMatchObject({
      ok: true,
      value: { complaint: { kind: "rule", ruleId: 3, explanation: "" } },
    });
    for (const about of ["", "rule-0", "rule-x", "rule-99999999999", "else"]) {
      expect(form({ about })).toMatchObject({ ok: false, fields: { about: expect.any(String) } });
    }
  });

  test("of illegal content needs all that Art. 16 of the DSA asks, and says each that is missing", () => {
    expect(form(ILLEGAL)).toMatchObject({ ok: true, value: { complaint: { kind: "illegal" } } });
    for (const name of ["explanation", "address", "name", "email", "goodFaith"] as const) {
      const refused = form(without(name));
      expect(refused.ok, name).toBe(false);
      expect(refused.ok ? [] : Object.keys(refused.fields), name).toEqual([name]);
    }
    expect(form({ about: "illegal", address: "p/7", email: "ada" })).toMatchObject({
      fields: { explanation: /./, address: /./, name: /./, email: /./, goodFaith: /./ },
    });
  });

  test("about sexual abuse of children needs no name and no e-mail", () => {
    expect(form({ ...without("name", "email"), abuse: "yes" })).toMatchObject({
      ok: true,
      value: { complaint: { name: null, email: null } },
    });
    // But what is given must be right.
    expect(form({ ...ILLEGAL, abuse: "yes", email: "ada" })).toMatchObject({ ok: false });
  });
});
