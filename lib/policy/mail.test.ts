import { expect, test } from "vitest";
import { MAIL_KINDS } from "@/lib/mail/kinds";
import { type MailFacts, mayBeMailed } from "@/lib/policy/mail";

const facts: MailFacts = {
  kind: "digest",
  recipient: "ada@example.org",
  email: "ada@example.org",
  confirmed: true,
  banned: false,
};

const allowed = (more: Partial<MailFacts>) =>
  MAIL_KINDS.filter((kind) => mayBeMailed({ ...facts, ...more, kind }).allowed);

test("whoever confirmed their address is sent every kind of mail", () => {
  expect(allowed({})).toEqual([...MAIL_KINDS]);
});

test("an address that nobody confirmed is asked that, and sent nothing else about the account", () => {
  expect(allowed({ confirmed: false })).toEqual(["confirm", "address-changed"]);
  expect(allowed({ email: "grace@example.org" })).toEqual(["confirm", "address-changed"]);
});

test("somebody banned is sent no digest", () => {
  expect(allowed({ banned: true })).toEqual([
    ...["confirm", "address-changed", "reset", "password-changed", "sign-in", "notice"],
  ]);
});
