import { expect, test } from "vitest";
import { parseForm } from "@/lib/form";
import { moderationForm, moveForm, undoForm } from "@/lib/moderation/schema";

function form(fields: Record<string, string>): FormData {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) made.set(name, value);
  return made;
}

const hide = { verb: "hide", target: "post", id: "7", rule: "1" };

test("a note that can't be stored is refused beside its field, on every form of moderation", () => {
  for (const note of ["With a \u0000.", "x".repeat(4_001)]) {
    for (const sent of [
      parseForm(moderationForm, form({ ...hide, note })),
      parseForm(moveForm, form({ id: "7", board: "talk", note })),
      parseForm(undoForm, form({ action: "7", note })),
    ]) {
      expect(sent).toMatchObject({ ok: false, fields: { note: expect.stringMatching(/\.$/) } });
    }
  }
});

test("hiding, locking and marking as off topic name a rule; the others need not, nor a note", () => {
  for (const verb of ["hide", "lock", "off-topic"]) {
    const sent = parseForm(moderationForm, form({ ...hide, verb, rule: "" }));
    expect(sent, verb).toMatchObject({ ok: false, fields: { rule: expect.any(String) } });
  }
  for (const verb of ["unhide", "unlock", "pin", "unpin", "on-topic"]) {
    expect(parseForm(moderationForm, form({ ...hide, verb, rule: "" })).ok, verb).toBe(true);
  }
});
