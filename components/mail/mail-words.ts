import type { OutboxLine } from "@/lib/mail/view";

const KINDS: Record<string, string> = {
  confirm: "Confirm an address",
  "address-changed": "An address was changed",
  reset: "A new password",
  "password-changed": "A password was changed",
  "sign-in": "A link to sign in",
  notice: "Something new",
  digest: "A digest",
};

/** What a mail is about, before it has a subject. */
export function subjectInWords({ subject, kind }: OutboxLine): string {
  return subject ?? KINDS[kind] ?? kind;
}

/** What became of it. `local`: there is no mail server, so the outbox is where it goes. */
export function stateInWords({ state, problem }: OutboxLine, local: boolean): string {
  if (state === "sent") return local ? "kept here" : "sent";
  if (state === "dropped") return "not sent";
  return problem === null ? "waiting" : "waiting to be tried again";
}
