import type { WaitingReply } from "@/lib/offline/waiting";

/** Whether the form of a reply is open here, with nothing else in it than what was sent. */
export function isWritten({ formKey, fields }: WaitingReply): boolean {
  const key = document.querySelector<HTMLInputElement>(`input[name=formKey][value="${formKey}"]`);
  const text = key?.form?.querySelector("textarea")?.value;
  return text !== undefined && sameText(text, fields.text);
}

/** Takes away the draft of a reply that was sent, unless more was typed since. */
export function forgetDraft({ author, post, formKey, fields }: WaitingReply): void {
  const name = `draft:${author}:reply:${post}`;
  try {
    const draft = JSON.parse(localStorage.getItem(name) ?? "null");
    if (draft?.formKey === formKey && sameText(draft.text, fields.text))
      localStorage.removeItem(name);
  } catch {
    // Storage is forbidden: there is no draft.
  }
}

/** Forms send line ends as CR LF. */
function sameText(one: unknown, other: unknown): boolean {
  const plain = (text: unknown) => String(text ?? "").replace(/\r\n?/g, "\n");
  return plain(one) === plain(other);
}
